import { describe, expect, it } from 'vitest';
import { timeAxis } from './time-axis.ts';

describe('an axis of time', () => {
  it('of a single instant is an hour long, and names no time twice', () => {
    const at = Date.parse('2026-11-23T02:00:00Z');
    const { from, to, ticks } = timeAxis(at, at);
    expect(to - from).toBe(3_600_000);
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
    expect(new Set(ticks.map(({ value }) => value)).size).toBe(ticks.length);
  });
});
