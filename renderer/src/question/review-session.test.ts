import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import { AppError } from '../../../core/domain/errors.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import { ReviewSession, type Scope } from './review-session.svelte.ts';

describe('a review session', () => {
  const scope = { courseId: null, lessonId: null };

  /** A host with these cards, in turn; `next` says how often the next one was asked for. */
  function sessionOn(...cards: (ReturnType<typeof cardOf> | null | AppError)[]) {
    const asked: string[] = [];
    const undos: unknown[] = [];
    const given: unknown[] = [];
    const started: unknown[] = [];
    const elsewhere: { card: ReturnType<typeof cardOf>; wanted: boolean; refusal?: AppError } = {
      ...{ card: cardOf('typed', { revision: 9 }), wanted: false },
    };
    const answers: AppError[] = [];
    const call = (async (method: string, input: unknown) => {
      asked.push(method);
      if (method === 'study.answer') given.push(input);
      if (method === 'study.start') started.push(input);
      if (method === 'study.start')
        return { sessionId: 's', counts: { done: 0, left: 2, repeats: 0, learning: 0, review: 2, new: 0 }, why: null };
      if (method === 'study.progress') return { done: 7, left: 2, repeats: 0, learning: 0, review: 2, new: 0 };
      if (method === 'study.undo') return undos.shift();
      if (method === 'study.card' && elsewhere.refusal) throw elsewhere.refusal;
      if (method === 'study.card') return elsewhere;
      const refusal = method === 'study.answer' ? answers.shift() : undefined;
      if (refusal) throw refusal;
      if (method === 'study.answer') return outcomeOf(cardOf('card'));
      if (method === 'study.summary') return { answered: 1, missed: [] };
      const next = cards.shift() ?? null;
      if (next instanceof AppError) throw next;
      return next;
    }) as unknown as Client;
    return { session: new ReviewSession({ call }), asked, undos, given, started, elsewhere, answers };
  }

  it('goes on with another card where the one on show left the library meanwhile', async () => {
    const { session, elsewhere } = sessionOn(cardOf('card'), cardOf('typed'));
    await session.open(scope);
    elsewhere.refusal = new AppError('not-found', 'its deck was removed');
    await session.renew();
    expect([session.run?.card.kind, session.notice, session.error]).toEqual(['typed', 'review.gone', null]);
  });

  it('goes on with another card where the answer came too late for it', async () => {
    const { session, answers } = sessionOn(cardOf('card'), cardOf('typed'));
    await session.open(scope);
    answers.push(new AppError('not-found', 'its deck was removed'));
    await session.run?.grade(3);
    await vi.waitFor(() => expect([session.run?.card.kind, session.notice]).toEqual(['typed', 'review.gone']));
    expect(session.error).toBeNull();
  });

  it('is where it was left when the learner comes back from a lesson', async () => {
    const { session, asked } = sessionOn(cardOf('typed'));
    await session.open(scope);
    const run = session.run;
    if (run) run.draft.text = 'half an ans';
    await session.open(scope);
    expect(session.run).toBe(run);
    expect(asked).toEqual(['study.start', 'study.next']);
  });

  it('goes on by itself after a card the learner graded, and ends with the summary', async () => {
    const { session } = sessionOn(cardOf('card'), null);
    await session.open(scope);
    await session.run?.grade(3);
    await vi.waitFor(() => expect(session.summary).toEqual({ answered: 1, missed: [] }));
    expect(session.active).toBe(false);
  });

  it('asks chosen questions in the mode that is wanted, and another choice is another session', async () => {
    const { session, asked, started } = sessionOn(cardOf('typed'), cardOf('choice'), cardOf('card'));
    await session.open({ ...scope, mode: 'practice', filter: { cardIds: ['a/b'] } });
    await session.open({ ...scope, mode: 'practice', filter: { cardIds: ['a/b'] } });
    expect(asked).toEqual(['study.start', 'study.next']);
    await session.open({ ...scope, mode: 'cram', filter: { lessonIds: ['x'] } });
    expect(started).toEqual([
      { mode: 'practice', filter: { cardIds: ['a/b'] } },
      { mode: 'cram', filter: { lessonIds: ['x'] } },
    ]);
    await session.open(scope);
    expect(started.at(-1), 'what is due is no choice of questions').toEqual({ mode: 'review' });
  });

  it('opens the last of what is chosen while another session begins, and is not left in the other one', async () => {
    const { session, started } = sessionOn(cardOf('typed'), cardOf('choice'));
    const chosen: Scope = { ...scope, mode: 'review', filter: { kinds: ['choice'] } };
    await Promise.all([scope, { ...scope, courseId: 'a' }, chosen].map((each) => session.open(each)));
    expect(started).toEqual([{ mode: 'review' }, { mode: 'review', filter: { kinds: ['choice'] } }]);
    expect([session.isOf(chosen), session.run?.card.kind]).toEqual([true, 'choice']);
  });

  it('goes on at the address of what it asks: chosen questions are not given up for what is due', async () => {
    const { session } = sessionOn(cardOf('typed'), cardOf('typed'), cardOf('typed'));
    await session.open({ ...scope, mode: 'review', filter: { dueWithinDays: 0 } });
    expect(session.address).toBe('#/ask/review/%7B%22dueWithinDays%22%3A0%7D');
    await session.open({ courseId: 'a', lessonId: 'b', mode: 'practice' });
    expect(session.address).toBe('#/practice/a/b');
    await session.open({ courseId: 'a', lessonId: null });
    expect(session.address).toBe('#/review/a');
  });

  it('starts anew when the host no longer knows the session', async () => {
    const { session } = sessionOn(cardOf('typed'), new AppError('session-ended', 'gone'), cardOf('choice'));
    await session.open(scope);
    await session.next();
    expect(session.run?.card.kind).toBe('choice');
    expect(session.notice).toBe('review.restarted');
  });

  it('goes on with the session of the address, its counter too, when the page was loaded again', async () => {
    const { session, asked } = sessionOn(cardOf('typed'));
    await session.open(scope, 'review:old');
    expect([session.sessionId, session.progress?.done]).toEqual(['review:old', 7]);
    expect(asked, 'never a question with a counter of 0 / 0').toEqual(['study.progress', 'study.next']);
  });

  it('starts one where the session of the address is gone', async () => {
    const { session } = sessionOn(new AppError('session-ended', 'gone'), cardOf('typed'));
    await session.open(scope, 'review:old');
    expect([session.sessionId, session.run?.card.kind]).toEqual(['s', 'typed']);
  });

  it('undo names what it took back, and asks before it takes back what was done before', async () => {
    const { session, undos } = sessionOn(cardOf('typed'), cardOf('choice'), cardOf('typed'));
    await session.open(scope);
    const deed = { type: 'review' as const, at: 1, cardId: 'a', cards: 1 };
    undos.push({ what: deed, older: null });
    await session.undo();
    expect([session.notice, session.run?.card.kind]).toEqual([{ undone: deed }, 'choice']);
    undos.push({ what: null, older: deed });
    await session.undo();
    expect([session.undoing.older, session.run?.card.kind]).toEqual([deed, 'choice']);
    undos.push({ what: deed, older: null });
    await session.undo(true);
    expect([session.undoing.older, session.run?.card.kind]).toEqual([null, 'typed']);
    undos.push({ what: null, older: null });
    await session.undo();
    expect(session.notice).toBe('review.nothingToUndo');
  });

  it('shows what is due when the learner comes back: a card answered elsewhere makes way', async () => {
    const { session } = sessionOn(cardOf('typed'), cardOf('choice'));
    await session.open(scope);
    await session.renew();
    expect([session.run?.card.kind, session.notice]).toEqual(['choice', 'review.moved']);
  });

  const inDays = (days: number) => ({ due: days * 86_400_000, intervalMs: days * 86_400_000, days });
  const cardWith = (easy: number) => {
    const card = cardOf('card');
    return { ...card, intervals: { ...card.intervals, 4: inDays(easy) } };
  };

  it('sends what the button promised, and renews it in place where a new day has made it untrue', async () => {
    const { session, given, elsewhere, answers } = sessionOn(cardWith(8), null);
    await session.open(scope);
    const { run } = session;
    run?.reveal();
    Object.assign(elsewhere, { card: cardWith(9), wanted: true });
    answers.push(new AppError('stale-card', 'of yesterday'));
    await run?.grade(4);
    expect(given[0]).toMatchObject({ grade: 4, due: 8 * 86_400_000 });
    expect([session.run, run?.revealed, run?.error, run?.newDay]).toEqual([run, true, null, true]);
    expect(run?.card.intervals[4].days).toBe(9);
    await run?.grade(4);
    expect(given[1]).toMatchObject({ grade: 4, due: 9 * 86_400_000 });
    await vi.waitFor(() => expect(session.summary).not.toBeNull());
  });

  it('shows the intervals of the new day at the rollover, on the same question', async () => {
    const { session, elsewhere } = sessionOn(cardWith(8));
    await session.open(scope);
    const { run } = session;
    Object.assign(elsewhere, { card: cardWith(9), wanted: true });
    await session.renew();
    expect([session.run, run?.card.intervals[4].days, run?.newDay]).toEqual([run, 9, false]);
  });
});
