import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { default_w } from 'ts-fsrs';
import { DAY_MS, gradeAll, learn, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { openStore } from '../store/open-store.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
  await app.call('settings.set', { fuzz: false });
});
afterEach(() => app.dispose());

const preview = () => app.call('parameters.reschedulePreview', {});
const card = async () => {
  const { sessionId } = await app.call('study.start', { mode: 'practice' });
  return (await app.call('study.card', { sessionId, cardId: 'tiny/bg-name' })).card;
};
const { utcOffsetMin, now } = { utcOffsetMin: () => 420, now: () => NOON };
const TODAY = Math.floor((NOON + 3 * 3_600_000) / DAY_MS);

/** Parameters of a learner who forgets faster: stabilities are half of the published ones. */
const chooseOwn = () =>
  app.restart(async () => {
    const store = await openStore({ dataDir: app.dataDir, clock: { now, utcOffsetMin } });
    const weights = default_w.map((weight, i) => (i < 4 ? weight / 2 : weight));
    await store.append({ type: 'parameters', id: 'current', set: { model: 'FSRS-6', weights } });
    await store.close();
  });

describe('rescheduling', () => {
  it('moves nothing where everything is as it would be now', async () => {
    await gradeAll(app, await learn(app), 4);
    expect(await preview()).toMatchObject({ cards: 0, sooner: 0, later: 0 });
    expect(await app.call('parameters.reschedule', {})).toEqual({ cards: 0, ref: null });
  });

  it('is shown before, does what was shown, and one undo takes it back', async () => {
    await gradeAll(app, await learn(app), 4);
    const { days } = await preview();
    expect(days[8]).toEqual({ day: TODAY + 8, before: 9, after: 9 });
    await app.call('settings.set', { retention: 0.97 });
    const shown = await preview();
    expect(shown).toMatchObject({ cards: 9, sooner: 9, later: 0 });
    expect(shown.days[2]).toEqual({ day: TODAY + 2, before: 0, after: 9 });
    const { cards, ref } = await app.call('parameters.reschedule', {});
    expect(cards).toBe(9);
    expect((await preview()).days.map(({ before }) => before)).toEqual(shown.days.map(({ after }) => after));
    expect(await preview()).toMatchObject({ cards: 0 });
    await app.call('history.undo', { ref: ref! });
    expect((await preview()).days.map(({ before }) => before)).toEqual(days.map(({ before }) => before));
  });

  it('takes reviews out of a vacation that was chosen later', async () => {
    await gradeAll(app, await learn(app), 4);
    await app.call('settings.set', { vacations: [{ from: TODAY + 5, to: TODAY + 12 }] });
    expect(await preview()).toMatchObject({ cards: 9, sooner: 9 });
    await app.call('parameters.reschedule', {});
    const { days } = await preview();
    expect(days.slice(5, 13).every(({ before }) => before === 0)).toBe(true);
    expect(days[4]).toMatchObject({ before: 9 });
  });

  it('other parameters change what is known and no day, until the learner asks for it', async () => {
    await gradeAll(app, await learn(app), 4);
    const before = await app.call('card.info', { cardId: 'tiny/bg-name' });
    await chooseOwn();
    const after = await app.call('card.info', { cardId: 'tiny/bg-name' });
    expect(after.memory!.stabilityDays).toBeCloseTo(before.memory!.stabilityDays / 2, 6);
    expect(after.memory!.due).toBe(before.memory!.due);
    expect(await preview()).toMatchObject({ cards: 9, sooner: 9 });
    expect((await card()).phase).toBe('review');
  });
});
