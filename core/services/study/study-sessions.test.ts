import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import {
  DAY_MS,
  MINUTE_MS,
  NOON,
  gradeAll,
  gradeCard,
  learn,
  nextCard,
  respond,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

const BEGIN = { courseId: 'tiny', lessonId: 'begin' };
const LATER = { courseId: 'tiny', lessonId: 'later' };
const CARDS = ['card', 'gaps', 'one', 'many', 'name', 'length', 'day', 'steps', 'pairs'].map(
  (name) => `tiny/bg-${name}`,
);

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const refusal = (code: string) => expect.objectContaining({ code });
const start = (scope: Partial<Parameters<typeof app.call<'study.start'>>[1]> = {}) =>
  app.call('study.start', { mode: 'review', ...scope });
const figures = () => app.call('stats.summary', {});

describe('a review session', () => {
  it('is empty before anything was read', async () => {
    const { sessionId, counts } = await start();
    expect(counts).toEqual({ done: 0, left: 0, repeats: 0, learning: 0, review: 0, new: 0 });
    expect(await app.call('study.next', { sessionId })).toBeNull();
  });

  it('asks what was read, in teaching order, and brings a card back when its step is over', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId, counts } = await start();
    expect(counts).toMatchObject({ left: 9, new: 9 });
    const first = await nextCard(app, sessionId);
    expect(first).toMatchObject({ cardId: CARDS[0], phase: 'new', revision: 1 });
    await gradeCard(app, sessionId, first, 1);
    expect((await nextCard(app, sessionId)).cardId).toBe(CARDS[1]);
    await gradeCard(app, sessionId, await nextCard(app, sessionId), 3);
    app.clock.advance(MINUTE_MS);
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: CARDS[0], phase: 'learning' });
  });

  it('shows the same card until it is answered', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId } = await start();
    const card = await nextCard(app, sessionId);
    expect(await nextCard(app, sessionId)).toEqual(card);
    app.clock.advance(MINUTE_MS);
    expect((await nextCard(app, sessionId)).cardId).toBe(card.cardId);
  });

  it('lets a card come back tomorrow, from the rollover on and not before', async () => {
    await app.call('lesson.complete', BEGIN);
    await gradeAll(app, (await start()).sessionId, 3);
    const due = (await figures()).nextDue ?? NaN;
    expect(new Date(due).toISOString()).toBe('2026-01-02T21:00:00.000Z');
    app.clock.set(due - 1);
    expect(await figures()).toMatchObject({ due: 0, new: 0 });
    expect((await start()).counts.left).toBe(0);
    app.clock.set(due);
    expect(await figures()).toMatchObject({ due: 9, review: 9 });
    expect((await start()).counts).toMatchObject({ left: 9, review: 9 });
  });

  it('is bounded by its limit', async () => {
    await app.call('lesson.complete', BEGIN);
    expect((await start({ limit: 2 })).counts).toMatchObject({ left: 2, new: 2 });
  });

  it('keeps to the daily limit of new cards, over sessions and restarts, until the next study day', async () => {
    await app.call('settings.set', { newPerDay: 3 });
    await app.call('lesson.complete', BEGIN);
    expect((await start()).counts.new).toBe(3);
    const { sessionId } = await start({ limit: 2 });
    await gradeAll(app, sessionId, 4);
    await app.restart();
    expect((await start()).counts.new).toBe(1);
    expect((await figures()).new).toBe(1);
    await gradeAll(app, (await start()).sessionId, 4);
    expect((await start()).counts.new).toBe(0);
    app.clock.set(Date.parse('2026-01-02T03:59+07:00'));
    expect((await start()).counts.new).toBe(0);
    app.clock.set(Date.parse('2026-01-02T04:00+07:00'));
    expect((await start()).counts.new).toBe(3);
  });

  it('keeps to the daily limit of reviews', async () => {
    await app.call('lesson.complete', BEGIN);
    await gradeAll(app, (await start()).sessionId, 4);
    app.clock.advance(30 * DAY_MS);
    await app.call('settings.set', { reviewsPerDay: 4 });
    expect((await start()).counts).toMatchObject({ left: 4, review: 4 });
    await gradeAll(app, (await start({ limit: 3 })).sessionId, 3);
    expect((await start()).counts.review).toBe(1);
    expect((await figures()).due).toBe(1);
  });

  it('does not show suspended and buried cards, also when they are hidden while on show', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId } = await start();
    const first = await nextCard(app, sessionId);
    await app.call('card.update', { cardId: first.cardId, change: { suspended: true } });
    await app.call('card.update', { cardId: CARDS[1] ?? '', change: { buried: true } });
    expect((await nextCard(app, sessionId)).cardId).toBe(CARDS[2]);
    expect((await start()).counts.left).toBe(7);
    app.clock.advance(DAY_MS);
    const tomorrow = await gradeAll(app, (await start()).sessionId, 4);
    expect(tomorrow).toContain(CARDS[1]);
    expect(tomorrow).not.toContain(CARDS[0]);
    await app.call('card.update', { cardId: first.cardId, change: { suspended: false } });
    expect(await gradeAll(app, (await start()).sessionId, 4)).toEqual([CARDS[0]]);
  });
});

describe('a lesson that waits for another', () => {
  it('is read and learned, but its cards are not put among the reviews until the other is remembered', async () => {
    await app.call('lesson.complete', LATER);
    expect((await start()).counts.left).toBe(0);
    expect((await start({ mode: 'learn', ...LATER })).counts.new).toBe(9);
    await app.call('lesson.complete', BEGIN);
    const [five, rest] = [CARDS.slice(0, 5), CARDS.slice(5)];
    const sessionId = await learn(app);
    for (const cardId of five) await gradeCard(app, sessionId, { cardId: parseCardId(cardId), revision: 1 }, 4);
    expect((await start()).counts.new).toBe(4);
    await gradeCard(app, sessionId, { cardId: parseCardId(rest[0] ?? ''), revision: 1 }, 4);
    expect((await start()).counts.new).toBe(3 + 9);
  });

  it('is asked at once when the learner opens it, also after a restart, and undo closes it again', async () => {
    await app.call('lesson.complete', LATER);
    expect((await app.call('lesson.get', LATER)).waitsFor).toMatchObject([{ lessonId: 'begin', number: 1 }]);
    await app.call('lesson.open', LATER);
    await app.restart();
    expect((await app.call('lesson.get', LATER)).waitsFor).toEqual([]);
    expect((await start()).counts.new).toBe(9);
    await app.call('study.undo', {});
    expect((await start()).counts.new).toBe(0);
  });
});

describe('a practice session', () => {
  it('moves no memory and no limit, and asks everything once', async () => {
    await app.call('lesson.complete', BEGIN);
    await gradeCard(app, await learn(app), { cardId: parseCardId(CARDS[0] ?? ''), revision: 1 }, 4);
    const before = await figures();
    const { sessionId } = await start({ mode: 'practice', ...BEGIN });
    const asked = await gradeAll(app, sessionId, 1);
    expect([...asked].sort()).toEqual([...CARDS].sort());
    const after = await figures();
    expect({ ...after, elapsedTodayMs: 0 }).toEqual({ ...before, elapsedTodayMs: 0 });
    expect((await app.call('library.list', {})).courses[0]?.counts).toMatchObject({
      remembered: 1,
      learning: 0,
      new: 17,
    });
    expect(await app.call('study.summary', { sessionId })).toMatchObject({ answered: 9, passed: 0 });
  });

  it('names no next due for a card it did not move', async () => {
    const { sessionId } = await start({ mode: 'practice', ...BEGIN });
    const outcome = await gradeCard(app, sessionId, await nextCard(app, sessionId), 3);
    expect(outcome).toMatchObject({ due: null, why: null });
  });
});

describe('a session id', () => {
  it('goes on after a restart with what is left', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId } = await start();
    for (const grade of [4, 4, 4] as const) await gradeCard(app, sessionId, await nextCard(app, sessionId), grade);
    await app.restart();
    expect(await gradeAll(app, sessionId, 4)).toEqual(CARDS.slice(3));
  });

  it('keeps its scope over a restart', async () => {
    const { sessionId } = await start({ mode: 'learn', ...LATER, limit: 2 });
    await app.restart();
    expect(await gradeAll(app, sessionId, 4)).toEqual(['tiny/lt-card', 'tiny/lt-gaps']);
  });

  it('of a practice ends with its process', async () => {
    const { sessionId } = await start({ mode: 'practice', ...BEGIN });
    await app.restart();
    await expect(app.call('study.next', { sessionId })).rejects.toEqual(refusal('session-ended'));
  });

  it.each([
    'junk',
    'bnVsbA',
    'W10',
    'eyJtb2RlIjoiZXhhbSJ9',
    Buffer.from('{"mode":"review","courseId":7}').toString('base64url'),
  ])('that is junk has ended: %s', async (sessionId) => {
    for (const method of ['study.next', 'study.summary'] as const) {
      await expect(app.call(method, { sessionId })).rejects.toEqual(refusal('session-ended'));
    }
    await expect(respond(app, sessionId, { cardId: parseCardId('tiny/bg-one'), revision: 0 }, 'a')).rejects.toEqual(
      refusal('session-ended'),
    );
  });

  it('of a course and a lesson with the longest ids is taken back by the contract', async () => {
    await app.dispose();
    const [courseId, lessonId] = ['c'.repeat(61), 'l'.repeat(61)];
    app = await startStudyApp({
      change: (course) => ({
        ...course,
        id: courseId,
        lessons: course.lessons.map((lesson, at) => (at === 0 ? { ...lesson, id: lessonId } : lesson)),
      }),
    });
    const { sessionId } = await start({ mode: 'learn', courseId, lessonId, limit: 10_000 });
    expect((await nextCard(app, sessionId)).cardId).toBe(`${courseId}/bg-card`);
  });

  it('is not given for a lesson without its course, or one there is not', async () => {
    await expect(start({ lessonId: 'begin' })).rejects.toEqual(refusal('bad-input'));
    await expect(start({ courseId: 'none' })).rejects.toEqual(refusal('not-found'));
    await expect(start({ courseId: 'tiny', lessonId: 'none' })).rejects.toEqual(refusal('not-found'));
  });
});

describe('study.undo', () => {
  it('takes the answer back and shows its card again', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId } = await start();
    const first = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, first, 4);
    await nextCard(app, sessionId);
    expect(await app.call('study.undo', {})).toEqual({
      what: { type: 'review', cardId: first.cardId, cards: 1, at: NOON, prompt: first.prompt },
      older: null,
    });
    expect(await figures()).toMatchObject({ reviewsTotal: 0, reviewsToday: 0, new: 9 });
    const again = await nextCard(app, sessionId);
    expect(again).toMatchObject({ cardId: first.cardId, phase: 'new', intervals: first.intervals });
    // The answer that was taken back can not be answered again by its old revision.
    await expect(gradeCard(app, sessionId, first, 4)).rejects.toEqual(refusal('stale-card'));
    expect((await app.call('study.summary', { sessionId })).answered).toBe(0);
  });

  it('works after a restart, step by step back to nothing', async () => {
    await app.call('lesson.complete', BEGIN);
    const { sessionId } = await start();
    await gradeCard(app, sessionId, await nextCard(app, sessionId), 4);
    await gradeCard(app, sessionId, await nextCard(app, sessionId), 1);
    await app.restart();
    expect((await app.call('study.undo', {})).what?.cardId).toBe(CARDS[1]);
    await app.restart();
    expect((await app.call('study.undo', {})).what?.cardId).toBe(CARDS[0]);
    expect(await figures()).toMatchObject({ reviewsTotal: 0, new: 9 });
    expect((await app.call('study.undo', {})).what?.type).toBe('section-read');
    expect(await figures()).toMatchObject({ reviewsTotal: 0, new: 0 });
    await expect(app.call('study.undo', {})).rejects.toEqual(refusal('nothing-to-undo'));
  });

  it('takes back settings and card changes too', async () => {
    await app.call('settings.set', { newPerDay: 5 });
    await app.call('card.update', { cardId: 'tiny/bg-one', change: { suspended: true } });
    await app.call('study.undo', {});
    expect((await app.call('library.list', {})).courses[0]?.counts.suspended).toBe(0);
    await app.call('study.undo', {});
    expect((await app.call('settings.get', {})).newPerDay).toBe(20);
  });

  it('of one of two answers sent together leaves the other', async () => {
    const sessionId = await learn(app);
    await Promise.all(
      ['one', 'many'].map((name) =>
        gradeCard(app, sessionId, { cardId: parseCardId(`tiny/bg-${name}`), revision: 0 }, 3),
      ),
    );
    await Promise.all([app.call('study.undo', {}), figures()]);
    expect((await figures()).reviewsTotal).toBe(1);
  });
});
