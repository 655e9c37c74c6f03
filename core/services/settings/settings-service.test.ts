import { afterEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import { gradeCard, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

describe('settings', () => {
  it('begin with the defaults and keep what is changed, over a restart', async () => {
    app = await startStudyApp();
    expect(await app.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
    const wanted = { language: 'th', fontScale: 1.3, retention: 0.85, rolloverHour: 0 } as const;
    expect(await app.call('settings.set', wanted)).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
    await app.restart();
    expect(await app.call('settings.get', {})).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
  });

  it('are told once they are kept, and only when something changed', async () => {
    const told: Settings[] = [];
    app = await startStudyApp({ onSettings: (settings) => told.push(settings) });
    await app.call('settings.set', { language: 'th' });
    await app.call('settings.set', { language: 'th' });
    await app.call('settings.set', {});
    expect(told).toEqual([{ ...DEFAULT_SETTINGS, language: 'th' }]);
  });

  it('of which one is out of range change nothing at all', async () => {
    app = await startStudyApp();
    const call = app.call('settings.set', { language: 'th', retention: 0.5 });
    await expect(call).rejects.toMatchObject({ code: 'bad-input', details: { field: 'retention' } });
    expect(await app.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
  });

  it('move the next interval: a lower retention brings the card back later', async () => {
    app = await startStudyApp();
    const sessionId = await learn(app);
    const strict = await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-one'), revision: 0 }, 4);
    await app.call('settings.set', { retention: 0.75 });
    const lax = await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-many'), revision: 0 }, 4);
    expect(lax.why?.retention).toBe(0.75);
    expect(lax.due).toBeGreaterThan(strict.due ?? Infinity);
  });

  it('move the rollover: the study day of an evening may end at midnight', async () => {
    app = await startStudyApp();
    app.clock.set(Date.parse('2026-01-02T01:00+07:00'));
    const today = async () => (await app.call('stats.summary', {})).today;
    const before = await today();
    await app.call('settings.set', { rolloverHour: 0 });
    expect(await today()).toBe(before + 1);
  });
});
