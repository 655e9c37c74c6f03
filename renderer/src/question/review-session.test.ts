import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import { AppError } from '../../../core/domain/errors.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import { ReviewSession } from './review-session.svelte.ts';

describe('a review session', () => {
  const scope = { courseId: null, lessonId: null };

  /** A host with these cards, in turn; `next` says how often the next one was asked for. */
  function sessionOn(...cards: (ReturnType<typeof cardOf> | null | AppError)[]) {
    const asked: string[] = [];
    const call = (async (method: string) => {
      asked.push(method);
      if (method === 'study.start')
        return { sessionId: 's', counts: { done: 0, left: 2, repeats: 0, learning: 0, review: 2, new: 0 }, why: null };
      if (method === 'study.answer') return outcomeOf(cardOf('card'));
      if (method === 'study.summary') return { answered: 1, missed: [] };
      const next = cards.shift() ?? null;
      if (next instanceof AppError) throw next;
      return next;
    }) as unknown as Client;
    return { session: new ReviewSession({ call }), asked };
  }

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

  it('starts anew when the host no longer knows the session', async () => {
    const { session } = sessionOn(cardOf('typed'), new AppError('session-ended', 'gone'), cardOf('choice'));
    await session.open(scope);
    await session.next();
    expect(session.run?.card.kind).toBe('choice');
    expect(session.notice).toBe('review.restarted');
  });
});
