import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, KEEP } from './backup-thinning.ts';
import { DAY_MS } from './study/study-day.ts';

const now = Date.parse('2026-11-28T12:00Z');
const HALF_HOUR = 1_800_000;

describe('thinning backups', () => {
  it('keeps every one of the last two days', () => {
    const times = Array.from({ length: 96 }, (_, i) => now - i * HALF_HOUR);
    expect(backupsToDrop(times, now)).toEqual([]);
  });

  it('keeps about 12 days, 10 weeks and 12 months of a year of study every half hour', () => {
    const times = Array.from({ length: 400 * 48 }, (_, i) => now - i * HALF_HOUR);
    const dropped = new Set(backupsToDrop(times, now));
    const kept = times.filter((at) => !dropped.has(at));
    const old = kept.filter((at) => now - at > KEEP.allForMs);
    expect(old.length).toBeGreaterThanOrEqual(25);
    expect(old.length).toBeLessThanOrEqual(34);
    expect(Math.min(...kept)).toBeLessThan(now - 330 * DAY_MS);
  });

  it('never drops the newest, however old it is', () => {
    expect(backupsToDrop([now - 5_000 * DAY_MS], now)).toEqual([]);
  });

  it('never leaves fewer for having more, and what is kept is kept the next day as long as its period lasts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 * 48 }), { maxLength: 300 }), (ages) => {
        const times = [...new Set(ages)].map((age) => now - age * HALF_HOUR);
        const dropped = backupsToDrop(times, now);
        const kept = times.filter((at) => !dropped.includes(at));
        // Thinning again at once drops nothing more.
        expect(backupsToDrop(kept, now)).toEqual([]);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(1, times.length));
      }),
    );
  });
});
