import { afterEach, describe, expect, it } from 'vitest';
import { studyDay } from '../../domain/study/study-day.ts';
import {
  DAY_MS,
  gradeAll,
  gradeCard,
  learn,
  nextCard,
  NOON,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

const TODAY = studyDay(NOON, { utcOffsetMin: 420, rolloverHour: 4 });
let app: StudyApp;
afterEach(() => app.dispose());

const readBegin = () => app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
/** All nine questions of the first lesson learned, and so many days gone by. */
async function learnedAndAway(days: number): Promise<void> {
  app = await startStudyApp();
  await readBegin();
  await gradeAll(app, await learn(app), 4);
  app.clock.set(NOON + days * DAY_MS);
}
const day = (minutes?: number) => app.call('plan.day', minutes === undefined ? {} : { minutes });

describe('plan.day', () => {
  it('begins with a section to read and its questions', async () => {
    app = await startStudyApp();
    const plan = await day();
    expect(plan).toMatchObject({
      today: TODAY,
      minutesPerDay: 0,
      doneMinutes: 0,
      paceAnswers: 0,
      reviews: { cards: 0, minutes: 0 },
      fresh: { cards: 9 },
      reading: { courseId: 'tiny', lessonId: 'begin', sectionId: 'the-river', questions: 9 },
      left: { reviews: 0, fresh: 0, because: null },
      vacation: null,
      hasBacklog: false,
    });
    expect(plan.minutes).toBeGreaterThanOrEqual(3);
    expect(plan.minutes).toBeLessThanOrEqual(9);
  });

  it('holds the new questions of a section that was read, and says what is left for want of time', async () => {
    app = await startStudyApp();
    await readBegin();
    expect(await day()).toMatchObject({ reading: null, fresh: { cards: 9 }, left: { fresh: 0 } });
    const short = await day(1);
    expect(short.minutes).toBeLessThanOrEqual(1);
    expect(short.fresh.cards).toBeGreaterThan(0);
    expect(short.left).toEqual({ reviews: 0, fresh: 9 - short.fresh.cards, because: 'time' });
  });

  it('says that the limit, not the time, holds something back', async () => {
    app = await startStudyApp();
    await readBegin();
    await app.call('settings.set', { newPerDay: 4 });
    expect(await day()).toMatchObject({ fresh: { cards: 4 }, left: { fresh: 5, because: 'limit' } });
    await app.call('settings.set', { newPerDay: 4, minutesPerDay: 60 });
    expect(await day()).toMatchObject({ fresh: { cards: 4 }, left: { fresh: 5, because: 'limit' } });
  });

  it('has the minutes a day less what was studied', async () => {
    app = await startStudyApp();
    await readBegin();
    await app.call('settings.set', { minutesPerDay: 2 });
    const before = await day();
    const sessionId = await learn(app);
    // Five seconds each.
    for (let at = 0; at < 9; at += 1) await gradeCard(app, sessionId, await nextCard(app, sessionId), 4);
    await app.call('settings.set', { minutesPerDay: 1 });
    expect(before.minutes).toBeLessThanOrEqual(2);
    expect(await day()).toMatchObject({ doneMinutes: 0, minutesPerDay: 1, fresh: { cards: 0 }, reading: null });
  });

  it('goes by the learner’s own pace, as far as their answers stand', async () => {
    await learnedAndAway(40);
    expect((await day()).paceAnswers).toBe(9);
    const usual = (await day()).reviews.minutes;
    const { sessionId } = await app.call('plan.start', {});
    for (
      let card = await app.call('study.next', { sessionId });
      card;
      card = await app.call('study.next', { sessionId })
    )
      await app.call('study.answer', {
        ...{ sessionId, cardId: card.cardId, revision: card.revision },
        ...{ grade: 3 as const, elapsedMs: 59_000 },
      });
    app.clock.set(NOON + 400 * DAY_MS);
    expect((await day()).paceAnswers).toBe(18);
    expect((await day()).reviews.minutes).toBeGreaterThan(usual);
    await app.call('study.undo', {});
    expect((await day()).paceAnswers).toBe(17);
  });

  it('says what was put off and what is suspended', async () => {
    await learnedAndAway(40);
    const hide = (card: string, change: object) =>
      app.call('card.update', { cardId: `tiny/${card}`, change } as Parameters<typeof app.call<'card.update'>>[1]);
    await hide('bg-one', { buried: true });
    await hide('bg-many', { suspended: true });
    expect(await day()).toMatchObject({ reviews: { cards: 7 }, putOff: 1, suspended: 1 });
  });
});

describe('plan.start', () => {
  it('asks what the plan names, the most useful first, and no more', async () => {
    await learnedAndAway(40);
    const plan = await day(1);
    const { sessionId, counts } = await app.call('plan.start', { minutes: 1 });
    expect(counts.left).toBe(plan.reviews.cards);
    expect(plan.reviews.cards).toBeLessThan(9);
    expect(await gradeAll(app, sessionId, 3)).toHaveLength(plan.reviews.cards);
    const left = await day();
    expect(left.reviews.cards).toBe(9 - plan.reviews.cards);
  });

  it('takes what saves most in a minute first: of memories that are alike the quicker question', async () => {
    await learnedAndAway(40);
    const { sessionId } = await app.call('plan.start', {});
    const asked = await gradeAll(app, sessionId, 3);
    const order = ['card', 'one', 'name', 'length', 'day', 'gaps', 'many', 'steps', 'pairs'];
    expect(asked).toEqual(order.map((name) => `tiny/bg-${name}`));
  });

  it('goes on after a restart with no more cards than it had', async () => {
    await learnedAndAway(40);
    const { sessionId, counts } = await app.call('plan.start', { minutes: 1 });
    await app.restart();
    expect((await app.call('study.progress', { sessionId })).left).toBe(counts.left);
  });
});

describe('a vacation', () => {
  const set = (from: number, to: number) =>
    app.call('settings.set', { vacations: [{ from: TODAY + from, to: TODAY + to }] });

  it('is announced a week before it, and during it nothing is due and nothing to be read', async () => {
    await learnedAndAway(40);
    await set(43, 50);
    expect((await day()).vacation).toEqual({ from: TODAY + 43, to: TODAY + 50, isOn: false });
    expect((await day()).reviews.cards).toBe(9);
    app.clock.set(NOON + 44 * DAY_MS);
    expect(await day()).toMatchObject({
      vacation: { from: TODAY + 43, to: TODAY + 50, isOn: true },
      reviews: { cards: 0 },
      reading: null,
      hasBacklog: false,
    });
    expect(await app.call('study.start', { mode: 'review' })).toMatchObject({ counts: { left: 0 }, why: 'vacation' });
    expect(await app.call('stats.summary', {})).toMatchObject({ due: 0, dueTotal: 0 });
    app.clock.set(NOON + 51 * DAY_MS);
    expect(await day()).toMatchObject({ vacation: null, reviews: { cards: 9 } });
  });

  it('does not break the streak', async () => {
    await learnedAndAway(0);
    await set(1, 5);
    app.clock.set(NOON + 6 * DAY_MS);
    expect((await app.call('stats.summary', {})).streakDays).toBe(1);
    await app.call('settings.set', { vacations: [] });
    expect((await app.call('stats.summary', {})).streakDays).toBe(0);
  });
});

describe('a backlog', () => {
  it('is none while it fits into a day', async () => {
    await learnedAndAway(40);
    expect(await app.call('plan.backlog', {})).toBeNull();
  });

  it('becomes days with an end, three speeds and no day above its minutes', async () => {
    await learnedAndAway(60);
    await app.call('settings.set', { minutesPerDay: 1 });
    expect((await day()).hasBacklog).toBe(true);
    const backlog = (await app.call('plan.backlog', {}))!;
    expect(backlog).toMatchObject({ overdue: { cards: 9 }, daysSinceStudy: 60 });
    expect(backlog.recallNow).toBeLessThan(backlog.recallWhenDue);
    expect(backlog.faded[0]).toMatchObject({ lessonId: 'begin', number: 1 });
    const normal = backlog.speeds.find(({ speed }) => speed === 'normal')!;
    expect(normal.minutes).toBe(1);
    expect(normal.endsOn).toBe(TODAY + 60 + normal.days - 1);
    expect(backlog.days).toHaveLength(normal.days);
    const fast = backlog.speeds.find(({ speed }) => speed === 'fast')!;
    expect(fast.days).toBeLessThan(normal.days);
    expect(fast.minutes).toBeGreaterThan(1);
    // Nothing new until it is done.
    expect((await day()).fresh.cards).toBe(0);
  });
});

describe('plan.month', () => {
  it('is thirty days in minutes, a vacation without any', async () => {
    await learnedAndAway(0);
    await app.call('settings.set', { minutesPerDay: 3, vacations: [{ from: TODAY + 2, to: TODAY + 4 }] });
    const { days, today } = await app.call('plan.month', {});
    expect(days.map(({ day: one }) => one - today)).toEqual(Array.from({ length: 30 }, (_, at) => at));
    expect(days.filter(({ isOff }) => isOff).map(({ day: one }) => one - today)).toEqual([2, 3, 4]);
    for (const { reviews, late, fresh, isOff } of days) {
      expect(reviews.minutes + late.minutes + fresh.minutes).toBeLessThanOrEqual(isOff ? 0 : 3);
    }
    // Nine new cards of the second lesson are still to learn.
    expect(days.reduce((sum, { fresh }) => sum + fresh.cards, 0)).toBe(9);
  });
});

describe('a goal', () => {
  const goal = (days: number, target = 0.8) =>
    app.call('plan.setGoal', { courseId: 'tiny', examDay: TODAY + days, target });

  it('is kept, changed, taken away and undone', async () => {
    app = await startStudyApp();
    const get = async () => (await app.call('plan.goal', { courseId: 'tiny' })).goal;
    expect(await get()).toBeNull();
    await goal(20);
    await goal(30, 0.9);
    expect(await get()).toEqual({ examDay: TODAY + 30, target: 0.9 });
    await app.restart();
    expect(await get()).toEqual({ examDay: TODAY + 30, target: 0.9 });
    await app.call('plan.removeGoal', { courseId: 'tiny' });
    expect(await get()).toBeNull();
    await app.call('study.undo', {});
    expect(await get()).toEqual({ examDay: TODAY + 30, target: 0.9 });
    await expect(app.call('plan.goal', { courseId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says what to expect on its day, and how many new a day it wants', async () => {
    app = await startStudyApp();
    await app.call('settings.set', { newPerDay: 1 });
    await goal(10, 0.7);
    const { outlook, questions, unasked } = await app.call('plan.goal', { courseId: 'tiny' });
    expect([questions, unasked]).toEqual([18, 18]);
    expect(outlook!.newPerDay).toBe(1);
    expect(outlook!.expected).toBeGreaterThan(0.4);
    expect(outlook!.expected).toBeLessThan(0.56);
    expect(outlook!.newPerDayWanted).toBe(2);
    expect(outlook!.best).toBeGreaterThan(0.85);
    expect(outlook!.low).toBeLessThan(outlook!.expected);
    app.clock.set(NOON + 10 * DAY_MS);
    expect((await app.call('plan.goal', { courseId: 'tiny' })).outlook).toBeNull();
  });
});
