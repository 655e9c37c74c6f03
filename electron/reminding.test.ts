import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/domain/settings.ts';
import type { Router } from '../core/services/router.ts';
import { remind, reminderText } from './reminding.ts';

const NOON = Date.parse('2026-01-01T12:00+07:00');
const HOUR = 3_600_000;
afterEach(() => void vi.useRealTimers());

/** The shell's side at noon, with so many cards due. */
function reminding(due: number | 'broken') {
  vi.useFakeTimers({ now: NOON });
  const router: Router = async () =>
    due === 'broken'
      ? { ok: false, error: { code: 'internal', details: {} } }
      : { ok: true, value: { due, new: 0, minutesDue: 4 } };
  const shown: { title: string; body: string }[] = [];
  const badges: number[] = [];
  const logged: unknown[] = [];
  let click: (() => void) | undefined;
  let clicks = 0;
  const stop = remind(
    { router, settings: () => ({ ...DEFAULT_SETTINGS, reminderHours: [13], badge: true }) },
    {
      clock: { now: () => Date.now(), utcOffsetMin: () => 420 },
      language: () => 'en',
      note: (text) => ({ on: (_event, listener) => void (click = listener), show: () => void shown.push(text) }),
      setBadge: (count) => badges.push(count),
      onclick: () => (clicks += 1),
      log: (error) => logged.push(error),
    },
  );
  return { stop, shown, badges, logged, click: () => click?.(), clicks: () => clicks };
}

describe('the desktop app', () => {
  it('shows a notification at the hour, a number on its icon, and comes to the front on a click', async () => {
    const { stop, shown, badges, click, clicks } = reminding(12);
    await vi.advanceTimersByTimeAsync(HOUR - 60_000);
    expect([shown, badges]).toEqual([[], [12]]);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(shown).toEqual([{ title: 'Jamdai', body: '12 questions wait today: about 4 minutes.' }]);
    click();
    expect(clicks()).toBe(1);
    stop();
    await vi.advanceTimersByTimeAsync(48 * HOUR);
    expect(shown).toHaveLength(1);
  });

  it('goes on when a look fails', async () => {
    const { stop, shown, logged } = reminding('broken');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(logged).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([logged.length, shown]).toEqual([2, []]);
    stop();
  });

  it('says it in the learner’s language', () => {
    expect(reminderText({ cards: 1, minutes: 1 }, 'en').body).toBe('1 question waits today: about 1 minute.');
    expect(reminderText({ cards: 12, minutes: 4 }, 'th')).toEqual({
      title: 'จำได้',
      body: 'มี 12 ข้อรออยู่วันนี้ ใช้เวลาราว 4 นาที',
    });
  });
});
