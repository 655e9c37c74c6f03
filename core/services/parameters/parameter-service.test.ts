import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../domain/training/fsrs6.ts';
import { gradeAll, learn, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { writeLearnerLog } from './learner-log.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());
const get = () => app.call('parameters.get', {});
const PUBLISHED = [...DEFAULT_WEIGHTS];

describe('parameters without answers to learn from', () => {
  it('are the published ones, and training says that there are too few answers', async () => {
    await gradeAll(app, await learn(app), 3);
    expect(await app.call('parameters.train', {})).toMatchObject({ verdict: 'too-few', reviews: 0, heldOut: null });
    expect(await get()).toMatchObject({
      weights: PUBLISHED,
      published: PUBLISHED,
      versions: [],
      last: null,
      work: null,
      fewest: 400,
      next: { notBefore: 0 },
    });
  });

  it('refuse a version that there is not', async () => {
    await expect(app.call('parameters.use', { ref: 'nodevice:1' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('parameters of a learner with a log of their own', () => {
  beforeEach(async () => {
    await app.dispose();
    app = await startStudyApp({ prepare: (dataDir) => writeLearnerLog(dataDir, NOON, 6_000) });
  });

  it('are trained, accepted, kept over a restart, and one undo takes them back', async () => {
    const trained = await app.call('parameters.train', {});
    expect(trained.verdict).toBe('accepted');
    expect(trained.heldOut!.high).toBeLessThan(0);
    expect(trained.heldOut!.after).toBeLessThan(trained.heldOut!.before);
    await app.restart();
    const { weights, versions, last, next } = await get();
    expect(weights).not.toEqual(PUBLISHED);
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({ isPublished: false, holds: true, undone: false, heldOut: trained.heldOut });
    expect(versions[0]!.trainedOn!.reviews).toBe(trained.reviews);
    expect(last).toMatchObject({ verdict: 'accepted', reviews: trained.reviews });
    expect(next).toEqual({ notBefore: NOON + 30 * 86_400_000, reviewsMissing: 1_000 });
    await app.call('history.undo', { ref: versions[0]!.ref });
    expect(await get()).toMatchObject({ weights: PUBLISHED, versions: [{ holds: false, undone: true }] });
  });

  it('that are no better are refused, kept as tried, and nothing to undo', async () => {
    await app.call('parameters.train', {});
    const { weights, versions } = await get();
    expect((await app.call('parameters.train', {})).verdict).toBe('not-better');
    expect(await get()).toMatchObject({ weights, versions, last: { verdict: 'not-better' } });
    const { days } = await app.call('history.list', { days: 1 });
    expect(days[0]!.entries.filter(({ kind }) => kind === 'parameters')).toHaveLength(1);
    expect((await app.call('study.undo', {})).what?.type).toBe('parameters');
    expect((await get()).weights).toEqual(PUBLISHED);
  });

  it('can be changed for the published ones and taken again', async () => {
    await app.call('parameters.train', {});
    const { weights, versions } = await get();
    const { ref } = await app.call('parameters.use', {});
    expect(await get()).toMatchObject({ weights: PUBLISHED, versions: [{ ref, isPublished: true, holds: true }, {}] });
    await app.call('parameters.use', { ref: versions[0]!.ref });
    expect(await get()).toMatchObject({ weights, versions: [{ holds: true, heldOut: versions[0]!.heldOut }, {}, {}] });
    await expect(app.call('parameters.use', { ref })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stay as they are where the training is cancelled', async () => {
    const training = app.call('parameters.train', {});
    const ended = expect(training).rejects.toMatchObject({ code: 'cancelled' });
    while ((await get()).work?.phase !== 'training') await new Promise((resolve) => setImmediate(resolve));
    expect((await get()).work!.reviews).toBeGreaterThanOrEqual(6_000);
    await expect(app.call('parameters.train', {})).rejects.toMatchObject({ code: 'busy' });
    await app.call('parameters.cancel', {});
    await ended;
    expect(await get()).toMatchObject({ work: null, versions: [], last: null, weights: PUBLISHED });
  });
});
