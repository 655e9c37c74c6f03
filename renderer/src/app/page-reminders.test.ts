import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/domain/settings.ts';
import { hostOf } from '../testing/answering-host.fixture.ts';
import { PageReminders } from './page-reminders.svelte.ts';
import { Preferences } from './preferences.svelte.ts';

const EVENING = new Date(2026, 0, 1, 18, 59, 50).getTime();
let shown: string[];
let asked: number;

/** The browser's notifications, as far as a page sees them. */
class BrowserNote {
  static permission = 'default';
  static requestPermission = (): Promise<string> => {
    asked += 1;
    BrowserNote.permission = 'granted';
    return Promise.resolve('granted');
  };
  onclick: (() => void) | null = null;
  constructor(_title: string, { body }: { body: string }) {
    shown.push(body);
  }
}

beforeEach(() => {
  [shown, asked, BrowserNote.permission] = [[], 0, 'default'];
  vi.useFakeTimers({ now: EVENING });
  vi.stubGlobal('Notification', BrowserNote);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function page(isAlone: boolean, before: number[] = []) {
  let settings: Settings = { ...DEFAULT_SETTINGS, language: 'en', reminderHours: before };
  const { call } = hostOf({
    'settings.get': () => settings,
    'settings.set': (set: Partial<Settings>) => (settings = { ...settings, ...set }),
    'stats.summary': () => ({ due: 3, new: 2, minutesDue: 4 }),
  });
  const preferences = new Preferences(call);
  const stop = new PageReminders({
    ...{ call, now: () => Date.now(), settings: () => preferences.current, isAlone: () => isAlone },
    saved: () => preferences.saved,
  }).listen();
  flushSync();
  const choose = async (reminderHours: number[]) => {
    await preferences.change('reminderHours', reminderHours);
    flushSync();
  };
  const load = async () => {
    await preferences.load();
    flushSync();
  };
  return { stop, choose, load };
}

describe('reminders of a page', () => {
  it('ask for leave when they are turned on, and tell at the hour what is due', async () => {
    const { stop, choose } = page(true);
    expect(asked).toBe(0);
    await choose([19]);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual(['5 questions are due: about 4 minutes.']);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(shown).toHaveLength(1);
    stop();
  });

  it('are left to the desktop app where there is one', async () => {
    const { stop, choose } = page(false);
    await choose([19]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, shown]).toEqual([0, []]);
    stop();
  });

  it('do not ask for leave because of what was chosen in an earlier visit', async () => {
    const { stop, load } = page(true, [19]);
    await load();
    expect(asked).toBe(0);
    stop();
  });

  it('do not ask again, and keep quiet where leave was not given', async () => {
    BrowserNote.permission = 'denied';
    const { stop, choose } = page(true);
    await choose([19]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, shown]).toEqual([0, []]);
    stop();
  });
});
