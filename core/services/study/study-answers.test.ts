import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import {
  NOON,
  RESPONSES,
  gradeCard,
  learn,
  nextCard,
  respond,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const fresh = (question: string) => ({ cardId: `tiny/bg-${question}`, revision: 0 });
const refusal = (code: string) => expect.objectContaining({ code });
const totals = async () => {
  const { reviewsTotal, reviewsToday, passedToday, elapsedTodayMs } = await app.call('stats.summary', {});
  return { reviewsTotal, reviewsToday, passedToday, elapsedTodayMs };
};
/** Answers the cards before the typed one, so that it is on show. */
async function showTyped(): Promise<void> {
  for (let card = await nextCard(app, sessionId); card.kind !== 'typed'; card = await nextCard(app, sessionId)) {
    await gradeCard(app, sessionId, card, 4);
  }
}

describe('study.answer', () => {
  it.each(Object.entries(RESPONSES))(
    'grades %s by machine: right is Good, wrong is Again',
    async (question, { right, wrong }) => {
      const good = await respond(app, sessionId, fresh(question), right);
      expect(good).toMatchObject({
        verdict: 'right',
        score: 1,
        grade: 3,
        tryAgain: false,
        revision: 1,
        due: NOON + 600_000,
      });
      expect(good.explanation?.en).toMatch(/Because/);
      expect(good.evidence).toMatchObject([{ id: 'p001', section: { lessonId: 'begin', sectionId: 'the-river' } }]);
      const again = await respond(app, sessionId, { cardId: parseCardId(`tiny/bg-${question}`), revision: 1 }, wrong);
      expect(again).toMatchObject({ grade: 1, tryAgain: false, revision: 2 });
      expect(again.score).toBeLessThan(1);
      expect(again.answer).toBeDefined();
    },
  );

  it("takes the learner's own grade for every kind; a plain card has no other", async () => {
    for (const question of ['card', ...Object.keys(RESPONSES)]) {
      const outcome = await gradeCard(app, sessionId, fresh(question), 4);
      expect(outcome).toMatchObject({ verdict: 'self', score: 1, grade: 4, why: { phase: 'review' } });
    }
    const forgotten = await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-card'), revision: 1 }, 1);
    expect(forgotten).toMatchObject({ verdict: 'self', score: 0, grade: 1 });
  });

  it('says why a wrong option is wrong', async () => {
    const { parts } = await respond(app, sessionId, fresh('one'), 'b');
    expect(parts.find(({ id }) => id === 'b')?.why).toEqual({ th: 'ไม่ใช่', en: 'It is not.' });
  });

  it('grades half right Again, and says how much was right', async () => {
    const half = await respond(app, sessionId, fresh('gaps'), ['600', 'a hill']);
    expect(half).toMatchObject({ verdict: 'partial', score: 0.5, grade: 1, tryAgain: false });
  });

  it.each([
    ['a card without a grade', { cardId: 'tiny/bg-card', response: 'x' }, 'bad-input'],
    ['neither a response nor a grade', { cardId: 'tiny/bg-name' }, 'bad-input'],
    ['a response of another shape', { cardId: 'tiny/bg-one', response: { a: 'b' } }, 'bad-input'],
    ['an option there is not', { cardId: 'tiny/bg-one', response: 'z' }, 'bad-input'],
    ['too few gaps', { cardId: 'tiny/bg-gaps', response: ['600'] }, 'bad-input'],
    ['a card there is not', { cardId: 'tiny/bg-nothing', response: 'x' }, 'not-found'],
    ['a card of a course there is not', { cardId: 'other/bg-one', response: 'a' }, 'not-found'],
    ['__proto__', { cardId: '__proto__', response: 'a' }, 'not-found'],
  ])('refuses %s and changes nothing', async (_what, given, code) => {
    const call = app.call('study.answer', { sessionId, revision: 0, elapsedMs: 1, ...given });
    await expect(call).rejects.toEqual(refusal(code));
    expect((await totals()).reviewsTotal).toBe(0);
    expect(await respond(app, sessionId, fresh('one'), 'a')).toMatchObject({ revision: 1 });
  });

  it('refuses a second answer to the same revision, and says which one holds', async () => {
    await respond(app, sessionId, fresh('one'), 'a');
    const second = respond(app, sessionId, fresh('one'), 'a');
    await expect(second).rejects.toMatchObject({ code: 'stale-card', details: { revision: 1 } });
    expect((await totals()).reviewsTotal).toBe(1);
  });

  it('takes one of several answers sent at once', async () => {
    const results = await Promise.allSettled([1, 2, 3].map(() => respond(app, sessionId, fresh('one'), 'a')));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refusal('stale-card'));
    expect((await totals()).reviewsTotal).toBe(1);
  });

  it('refuses an answer to a card that was changed meanwhile', async () => {
    await app.call('card.update', { cardId: 'tiny/bg-one', change: { flag: 2 } });
    await expect(respond(app, sessionId, fresh('one'), 'a')).rejects.toEqual(refusal('stale-card'));
  });

  it('does exactly what the buttons said, for every grade', async () => {
    for (const grade of [1, 2, 3, 4] as const) {
      const card = await nextCard(app, sessionId);
      const outcome = await gradeCard(app, sessionId, card, grade);
      expect(outcome.due).toBe(card.intervals[grade].due);
      expect(card.intervals[grade].intervalMs).toBe(card.intervals[grade].due - NOON);
    }
  });

  it('never gives the answer away before it is given', async () => {
    for (
      let card = await app.call('study.next', { sessionId });
      card;
      card = await app.call('study.next', { sessionId })
    ) {
      const told = JSON.stringify(card);
      expect(told).not.toMatch(/"answer"|"accept"|"why"|It is not\.|It is salty|great ocean/);
      if (card.kind !== 'card') expect(told).not.toContain('Because the text');
      if (card.kind === 'order') expect(card.options?.map(({ id }) => id)).not.toEqual(['a', 'b', 'c']);
      if (card.kind === 'choices') expect(card.choose).toBe(2);
      await gradeCard(app, sessionId, card, 4);
    }
  });
});

describe('a near miss', () => {
  it('shows the difference, grades nothing, and is Hard when it is right then', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    expect(close).toMatchObject({ verdict: 'close', tryAgain: true, grade: null, due: null, why: null, revision: 1 });
    expect(close.difference?.some(({ kind }) => kind !== 'same')).toBe(true);
    expect(close).toMatchObject({ evidence: [] });
    expect(close.answer).toBeUndefined();
    expect(close.explanation).toBeUndefined();
    expect((await totals()).reviewsTotal).toBe(0);
    const right = await respond(app, sessionId, close, 'great ocean');
    expect(right).toMatchObject({ verdict: 'right', grade: 2, tryAgain: false });
    expect((await totals()).reviewsTotal).toBe(1);
  });

  it.each(['great ocan', 'hill'])('is Again when "%s" follows', async (second) => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    expect(await respond(app, sessionId, close, second)).toMatchObject({ grade: 1, tryAgain: false });
  });

  it('allows only one more try, also after a restart', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    await app.restart();
    expect(await respond(app, sessionId, close, 'great ocean')).toMatchObject({ grade: 2 });
  });

  it('is shown on the card while it holds', async () => {
    await showTyped();
    await respond(app, sessionId, fresh('name'), 'great ocaen');
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: 'tiny/bg-name', attempt: 'close', revision: 1 });
  });

  it('of an earlier day is forgotten, by the grade and by what the card says', async () => {
    await showTyped();
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    app.clock.advance(86_400_000);
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: 'tiny/bg-name', attempt: null });
    expect(await respond(app, sessionId, close, 'great ocean')).toMatchObject({ grade: 3 });
  });
});

describe('study.hint', () => {
  it('shows the hint; right is then Hard', async () => {
    const { hint, revision } = await app.call('study.hint', { sessionId, ...fresh('name') });
    expect(hint).toEqual({ th: 'น้ำเค็ม', en: 'It is salty.' });
    const right = await respond(app, sessionId, { cardId: parseCardId('tiny/bg-name'), revision }, 'great ocean');
    expect(right).toMatchObject({ verdict: 'right', grade: 2 });
  });

  it('is used up by the answer: the next one counts in full', async () => {
    const { revision } = await app.call('study.hint', { sessionId, ...fresh('name') });
    const first = await respond(app, sessionId, { cardId: parseCardId('tiny/bg-name'), revision }, 'great ocean');
    expect(await respond(app, sessionId, first, 'great ocean')).toMatchObject({ grade: 3 });
  });

  it('after a near miss does not open a third try', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    const { revision } = await app.call('study.hint', { sessionId, cardId: 'tiny/bg-name', revision: close.revision });
    const second = await respond(app, sessionId, { cardId: parseCardId('tiny/bg-name'), revision }, 'great ocan');
    expect(second).toMatchObject({ tryAgain: false, grade: 1 });
  });

  it('refuses a card without one, a stale one and an ended session', async () => {
    await expect(app.call('study.hint', { sessionId, ...fresh('one') })).rejects.toEqual(refusal('not-found'));
    const stale = app.call('study.hint', { sessionId, cardId: 'tiny/bg-name', revision: 1 });
    await expect(stale).rejects.toEqual(refusal('stale-card'));
    await expect(app.call('study.hint', { sessionId: 'junk', ...fresh('name') })).rejects.toEqual(
      refusal('session-ended'),
    );
  });
});

describe('study.correct ("I was right")', () => {
  const correct = (revision: number, grade?: 4) =>
    app.call('study.correct', { sessionId, cardId: 'tiny/bg-name', revision, ...(grade && { grade }) });

  it('replaces the answer, in the memory, the totals and the summary', async () => {
    const wrong = await respond(app, sessionId, fresh('name'), 'hill');
    expect(await totals()).toEqual({ reviewsTotal: 1, reviewsToday: 1, passedToday: 0, elapsedTodayMs: 5000 });
    const right = await correct(wrong.revision);
    expect(right).toMatchObject({ verdict: 'self', grade: 3, due: NOON + 600_000, why: { recallBefore: null } });
    expect(right.progress.done).toBe(1);
    const after = { reviewsTotal: 1, reviewsToday: 1, passedToday: 1, elapsedTodayMs: 5000 };
    expect(await totals()).toEqual(after);
    const summary = await app.call('study.summary', { sessionId });
    expect(summary).toMatchObject({ answered: 1, passed: 1, grades: { 1: 0, 3: 1 }, missed: [] });
    await app.restart();
    expect(await totals()).toEqual(after);
  });

  it('comes to the same memory as the right answer at once', async () => {
    await app.call('settings.set', { fuzz: false });
    const wrong = await respond(app, sessionId, fresh('name'), 'hill');
    const corrected = await correct(wrong.revision, 4);
    const straight = await gradeCard(app, sessionId, fresh('one'), 4);
    expect({ ...corrected.why, due: corrected.due }).toEqual({ ...straight.why, due: straight.due });
  });

  it('said twice still counts as one answer', async () => {
    const wrong = await respond(app, sessionId, fresh('name'), 'hill');
    const good = await correct(wrong.revision);
    expect(await correct(good.revision, 4)).toMatchObject({ grade: 4, why: { phase: 'review' } });
    expect(await totals()).toMatchObject({ reviewsTotal: 1, passedToday: 1, elapsedTodayMs: 5000 });
    await app.restart();
    expect(await totals()).toMatchObject({ reviewsTotal: 1, passedToday: 1, elapsedTodayMs: 5000 });
  });

  it('taken back, the first verdict holds again', async () => {
    const wrong = await respond(app, sessionId, fresh('name'), 'hill');
    await correct(wrong.revision);
    await app.call('study.undo', {});
    expect(await totals()).toMatchObject({ reviewsTotal: 1, passedToday: 0 });
  });

  it('refuses a card that was not answered in this session, and a stale one', async () => {
    await expect(correct(0)).rejects.toEqual(refusal('not-found'));
    await respond(app, sessionId, fresh('name'), 'hill');
    await expect(correct(0)).rejects.toEqual(refusal('stale-card'));
    expect((await totals()).reviewsTotal).toBe(1);
  });
});
