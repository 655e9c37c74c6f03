import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, gradeCard, learn, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const CARD = 'tiny/bg-name';
let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const info = () => app.call('card.info', { cardId: CARD });
const change = (change: object) => app.call('card.update', { cardId: CARD, change });
const revision = async () => (await info()).revision;

describe('what is known of a card', () => {
  it('is where it is taught, and nothing more, before its section is read', async () => {
    expect(await info()).toMatchObject({
      kind: 'typed',
      course: { id: 'tiny' },
      lesson: { id: 'begin', number: 1 },
      sectionId: 'the-river',
      phase: 'unread',
      memory: null,
      reviews: [],
      curve: [],
      changes: [],
      daysRight: 0,
    });
  });

  it('says what each answer left, newest first, and what recall was before it', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    const { memory: first } = await info();
    app.clock.advance((first?.days ?? 0) * DAY_MS);
    await respond(app, sessionId, { cardId: CARD, revision: 1 }, 'great ocean');
    const { memory, reviews, daysRight, phase } = await info();
    expect(phase).toBe('review');
    expect(reviews.map(({ grade, verdict, response }) => [grade, verdict, response])).toEqual([
      [3, 'right', 'great ocean'],
      [4, null, null],
    ]);
    expect(reviews[1]).toMatchObject({ recallBefore: null, after: { intervalDays: first?.days } });
    expect(reviews[0]?.recallBefore).toBeCloseTo(0.9, 1);
    expect(reviews[0]?.after).toEqual({
      intervalDays: memory?.intervalDays,
      stabilityDays: memory?.stabilityDays,
      difficulty: memory?.difficulty,
    });
    expect(daysRight).toBe(2);
  });

  it('knows the day on which recall falls under the target: that for which the interval was chosen', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    const { memory, today } = await info();
    expect(memory?.fadesOn).toBe(today + Math.floor(memory?.stabilityDays ?? 0));
    expect(memory?.recall).toBe(1);
  });

  it('draws the curve to twice the interval, with a jump at each answer', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    const begin = app.clock.now();
    app.clock.advance(8 * DAY_MS);
    await gradeCard(app, sessionId, { cardId: CARD, revision: 1 }, 3);
    const { curve, memory } = await info();
    expect(curve[0]).toEqual({ at: begin, recall: 1 });
    expect(curve.at(-1)?.at).toBe(begin + 8 * DAY_MS + 2 * (memory?.intervalDays ?? 0) * DAY_MS);
    const jump = curve.filter(({ at }) => at === begin + 8 * DAY_MS);
    expect(jump.map(({ recall }) => recall < 0.95)).toEqual([true, false]);
    expect(curve.every(({ at }, index) => index === 0 || at >= curve[index - 1]!.at)).toBe(true);
  });

  it('counts an answer that was taken back for nothing, and offers to bring it back', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    app.clock.advance(MINUTE_MS);
    await gradeCard(app, sessionId, { cardId: CARD, revision: 1 }, 1);
    await app.call('study.undo', { sessionId });
    const { memory, reviews, curve } = await info();
    expect(memory).toMatchObject({ reps: 1, lapses: 0 });
    expect(reviews.map(({ undone, undoable, after }) => [undone, undoable, after === null])).toEqual([
      [true, true, true],
      [false, true, false],
    ]);
    expect(new Set(curve.filter(({ recall }) => recall === 1).map(({ at }) => at)).size).toBe(1);
  });

  it('keeps what was answered before a reset, and begins the curve behind it', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    app.clock.advance(DAY_MS);
    await change({ reset: true });
    expect(await info()).toMatchObject({ phase: 'new', memory: null, curve: [], reviews: [{ grade: 4 }] });
    app.clock.advance(DAY_MS);
    await gradeCard(app, sessionId, { cardId: CARD, revision: await revision() }, 4);
    expect((await info()).curve[0]).toEqual({ at: app.clock.now(), recall: 1 });
    expect((await info()).changes).toMatchObject([{ change: { reset: true }, undone: false, undoable: true }]);
  });

  it('names a change so that it can be taken back, and brought back', async () => {
    await change({ flag: 3 });
    await change({ suspended: true });
    const { changes, suspended } = await info();
    expect(suspended).toBe(true);
    expect(changes.map(({ change: made }) => made)).toEqual([{ suspended: true }, { flag: 3 }]);
    await app.call('history.undo', { ref: changes[0]!.ref });
    expect(await info()).toMatchObject({ suspended: false, flag: 3, changes: [{ undone: true, undoable: true }, {}] });
  });

  it('does not take back what is older than the history reaches', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    app.clock.advance(91 * DAY_MS);
    expect((await info()).reviews).toMatchObject([{ undone: false, undoable: false }]);
  });

  it('counts the days with a right answer, not the answers', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 3);
    app.clock.advance(10 * MINUTE_MS);
    await gradeCard(app, sessionId, { cardId: CARD, revision: 1 }, 3);
    app.clock.advance(5 * DAY_MS);
    await gradeCard(app, sessionId, { cardId: CARD, revision: 2 }, 1);
    expect((await info()).daysRight).toBe(1);
  });
});

describe('a due day that is set', () => {
  it('holds until the next answer, leaves the memory as it is, and can be taken back', async () => {
    await gradeCard(app, sessionId, { cardId: CARD, revision: 0 }, 4);
    const before = await info();
    await change({ dueDay: before.today + 30 });
    const { memory, changes } = await info();
    expect(memory).toMatchObject({ days: 30, stabilityDays: before.memory?.stabilityDays });
    expect(changes).toMatchObject([{ change: { dueDay: before.today + 30 } }]);
    app.clock.advance(29 * DAY_MS);
    expect((await app.call('study.start', { mode: 'review' })).counts.review).toBe(0);
    app.clock.advance(DAY_MS);
    expect((await app.call('study.start', { mode: 'review' })).counts.review).toBe(1);
    await app.call('history.undo', { ref: changes[0]!.ref });
    expect((await info()).memory?.due).toBe(before.memory?.due);
  });
});
