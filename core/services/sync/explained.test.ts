import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../domain/history/events.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import type { RawLine } from '../store/journal/raw-line.ts';
import { explained } from './explained.ts';

const NOW = Date.UTC(2026, 10, 30);
const AHEAD = NOW + 100 * DAY_MS;
/** Lines of a device, each by its clock and its order. */
const lines = (device: string, ...stamps: readonly (readonly [at: number, order: number])[]): RawLine[] =>
  stamps.map(([at, order], i) => {
    const event = { device, seq: i + 1, at, order, type: 'setting' } as unknown as JournalEvent;
    return { seq: i + 1, at, more: false, event, bytes: Buffer.alloc(0) } as unknown as RawLine;
  });
const counts = (highest: number, ...devices: [string, RawLine[]][]) =>
  Object.fromEntries(explained(new Map(devices), highest));

describe('lines that can be taken', () => {
  it('are those whose order their own clock explains, or what is here', () => {
    expect(counts(0, ['a', lines('a', [NOW, NOW], [NOW + 1, NOW + 1])])).toEqual({ a: 2 });
    expect(counts(0, ['a', lines('a', [NOW, AHEAD + 1])])).toEqual({ a: 0 });
    expect(counts(AHEAD, ['a', lines('a', [NOW, AHEAD + 1])])).toEqual({ a: 1 });
  });

  it('may follow from an event of another device that comes with them, whichever is named first', () => {
    const follows = lines('a', [NOW, NOW], [NOW, AHEAD + 1]);
    const ahead = lines('b', [AHEAD, AHEAD]);
    expect(counts(0, ['a', follows], ['b', ahead])).toEqual({ a: 2, b: 1 });
    expect(counts(0, ['b', ahead], ['a', follows])).toEqual({ a: 2, b: 1 });
  });

  it('are not explained by what stands behind them in the history', () => {
    const follows = lines('a', [NOW, AHEAD + 1], [NOW, AHEAD + 10_001]);
    const later = lines('b', [AHEAD + 5_000, AHEAD + 5_000], [AHEAD + 10_000, AHEAD + 10_000]);
    expect(counts(0, ['b', later], ['a', follows])).toEqual({ a: 0, b: 2 });
    expect(counts(AHEAD, ['b', later], ['a', follows])).toEqual({ a: 2, b: 2 });
  });

  it('of which one is missing explain nothing behind it', () => {
    const broken = lines('a', [NOW, AHEAD + 1], [NOW, AHEAD + 2]);
    expect(counts(0, ['a', broken], ['b', lines('b', [NOW, AHEAD + 3])])).toEqual({ a: 0, b: 0 });
  });
});
