import { expect, it } from 'vitest';
import { DAY_MS } from '../../../../core/domain/study/study-day.ts';
import { stepped, timeAxis } from './time-axis.ts';

const NOON = new Date(2026, 10, 30, 12).getTime();
const labels = (from: number, to: number) => timeAxis(from, to).ticks.map(({ label }) => label);

it.each([0, 60_000, 3_600_000, 2 * DAY_MS])('answers %i ms apart have an axis whose ticks stand apart', (apart) => {
  const { from, to, ticks } = timeAxis(NOON, NOON + apart);
  expect(to).toBeGreaterThan(from);
  expect(new Set(ticks.map(({ value }) => value)).size).toBe(6);
  if (apart <= 3_600_000) expect(new Set(labels(NOON, NOON + apart)).size).toBe(6);
});

it('names days where it is about days, and none outside of it', () => {
  const { from, to, ticks } = timeAxis(NOON, NOON + 200 * DAY_MS);
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.every(({ value }) => value >= from && value <= to)).toBe(true);
});

it('a stepped line stays at a value until the next', () => {
  expect(
    stepped([
      { x: 1, y: 5 },
      { x: 2, y: 7 },
    ]),
  ).toEqual([
    { x: 1, y: 5 },
    { x: 2, y: 5 },
    { x: 2, y: 7 },
  ]);
});
