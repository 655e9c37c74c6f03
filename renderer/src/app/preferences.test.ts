import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/domain/settings.ts';
import { App } from './app.svelte.ts';
import { failing, scriptedHost } from '../testing/host.fixture.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A host whose replies to changes take so long, ms, each with what was known when the change came; then none. */
function begun(...takes: readonly (number | 'fails')[]) {
  let settings: Settings = DEFAULT_SETTINGS;
  const left = [...takes];
  const host = scriptedHost({
    'settings.set': async (change) => {
      const take = left.shift() ?? 0;
      if (take === 'fails') return failing('disk-full');
      const reply = (settings = { ...settings, ...(change as Partial<Settings>) });
      await wait(take);
      return reply;
    },
  });
  return new App(host.send).preferences;
}

describe('settings that are changed one right after the other', () => {
  it('stay as they were chosen, though the reply to the first takes longer', async () => {
    const preferences = begun(40, 0);
    const seen: string[] = [];
    const both = Promise.all([preferences.change('fontScale', 1.2), preferences.change('theme', 'dark')]);
    let isDone = false;
    void both.then(() => (isDone = true));
    for (; !isDone; await wait(5)) seen.push(preferences.current.theme);
    expect(new Set(seen)).toEqual(new Set(['dark']));
    expect(preferences.current).toMatchObject({ fontScale: 1.2, theme: 'dark' });
  });

  it('are taken back one by one where one can not be saved', async () => {
    const preferences = begun('fails', 0);
    await Promise.all([preferences.change('fontScale', 1.2), preferences.change('theme', 'dark')]);
    expect(preferences.current).toMatchObject({ fontScale: DEFAULT_SETTINGS.fontScale, theme: 'dark' });
    expect(preferences.errors).toEqual({ fontScale: 'disk-full', theme: undefined });
  });
});
