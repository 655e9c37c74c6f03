import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../clock.ts';
import { DAY_MS, gradeCard, learn, MINUTE_MS, nextCard, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const at = (iso: string) => Date.parse(iso);

describe('days, as the learner meets them', () => {
  let app: StudyApp;
  afterEach(() => app.dispose());

  /** The app where the learner is; `travel` changes the zone. */
  async function startIn(utcOffsetMin: number, now: number) {
    let offset = utcOffsetMin;
    const clock = { ...fixedClock(now), utcOffsetMin: () => offset };
    app = await startStudyApp({ clock });
    await app.call('settings.set', { fuzz: false });
    return { clock, travel: (to: number) => void (offset = to) };
  }
  const figures = () => app.call('stats.summary', {});
  /** The first card of the small course, graded Easy: in review at once, 8 days ahead. */
  async function easy() {
    const sessionId = await learn(app);
    const card = await nextCard(app, sessionId);
    return { sessionId, card, outcome: await gradeCard(app, sessionId, card, 4) };
  }
  const isDue = async () => (await figures()).due === 1;

  it('at 22:00 the button says 8 days, and after it the same', async () => {
    await startIn(420, at('2026-01-01T22:00+07:00'));
    const { card, outcome } = await easy();
    expect(card.intervals[4]).toMatchObject({ days: 8, due: at('2026-01-09T04:00+07:00') });
    expect(card.intervals[3].days).toBeUndefined();
    expect(outcome).toMatchObject({ days: 8, due: at('2026-01-09T04:00+07:00') });
    expect((await figures()).nextDue).toBe(at('2026-01-09T04:00+07:00'));
  });

  it('the rollover moved from 4 to 5 moves the beginning of the day, not the card to the day before', async () => {
    const { clock } = await startIn(420, at('2026-01-01T22:00+07:00'));
    await easy();
    await app.call('settings.set', { rolloverHour: 5 });
    expect((await figures()).nextDue).toBe(at('2026-01-09T05:00+07:00'));
    clock.set(at('2026-01-09T04:30+07:00'));
    expect(await isDue()).toBe(false);
    clock.set(at('2026-01-09T05:00+07:00'));
    expect(await isDue()).toBe(true);
  });

  it('a card of Bangkok is due on its date at UTC+1, and counts as due tomorrow the day before', async () => {
    const { clock, travel } = await startIn(420, at('2026-01-01T22:00+07:00'));
    const { sessionId } = await easy();
    travel(60);
    clock.set(at('2026-01-08T22:30+01:00'));
    expect(await isDue()).toBe(false);
    expect(await app.call('study.summary', { sessionId })).toMatchObject({
      dueTomorrow: 1,
      nextDue: at('2026-01-09T04:00+01:00'),
    });
    clock.set(at('2026-01-09T03:59+01:00'));
    expect((await app.call('study.start', { mode: 'review' })).why).toBe('nothing-due');
    clock.set(at('2026-01-09T04:00+01:00'));
    expect((await app.call('study.start', { mode: 'review' })).counts.review).toBe(1);
  });

  it('knows the day after a restart, and when the snapshot is made again from the journal', async () => {
    const { clock, travel } = await startIn(420, at('2026-01-01T22:00+07:00'));
    await easy();
    travel(-480);
    clock.set(at('2026-01-09T03:59-08:00'));
    await app.restart();
    expect(await isDue()).toBe(false);
    await app.call('data.check', {});
    clock.set(at('2026-01-09T04:00-08:00'));
    expect(await isDue()).toBe(true);
    const file = readdirSync(join(app.dataDir, 'journal'), { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.ndjson'),
    );
    const lines = readFileSync(join(app.dataDir, 'journal', file!), 'utf8').split('\n');
    const line = lines.find((one) => one.includes('"type":"review"'))!;
    expect(Object.keys((JSON.parse(line) as { memory: object }).memory)).toEqual([
      ...['phase', 'due', 'stabilityDays', 'difficulty', 'intervalDays', 'step', 'reps', 'lapses', 'lastReview'],
    ]);
  });

  it('a preview of before the rollover is refused, and the one of the new day is accepted', async () => {
    const { clock } = await startIn(420, at('2026-01-02T03:59+07:00'));
    const sessionId = await learn(app);
    const old = await nextCard(app, sessionId);
    clock.set(at('2026-01-02T04:01+07:00'));
    const answer = { sessionId, cardId: old.cardId, revision: old.revision, grade: 4, elapsedMs: 5000 } as const;
    await expect(app.call('study.answer', { ...answer, due: old.intervals[4].due })).rejects.toMatchObject({
      code: 'stale-card',
    });
    expect((await figures()).reviewsTotal).toBe(0);
    const { card, wanted } = await app.call('study.card', { sessionId, cardId: old.cardId });
    expect(wanted).toBe(true);
    expect(card.intervals[4].due).toBe(old.intervals[4].due + DAY_MS);
    const outcome = await app.call('study.answer', { ...answer, due: card.intervals[4].due });
    expect(outcome).toMatchObject({ grade: 4, due: card.intervals[4].due, days: 8 });
  });

  it('a preview of another desired recall is refused too; one that only grew old is accepted', async () => {
    const { clock } = await startIn(420, at('2026-01-01T12:00+07:00'));
    const sessionId = await learn(app);
    const { cardId, revision, intervals } = await nextCard(app, sessionId);
    const answer = { sessionId, cardId, revision, grade: 4, elapsedMs: 5000, due: intervals[4].due } as const;
    await app.call('settings.set', { retention: 0.8 });
    await expect(app.call('study.answer', answer)).rejects.toMatchObject({ code: 'stale-card' });
    await app.call('settings.set', { retention: 0.9 });
    clock.set(clock.now() + 30 * MINUTE_MS);
    expect((await app.call('study.answer', answer)).due).toBe(intervals[4].due);
  });
});
