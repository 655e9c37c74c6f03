import { expect, it } from 'vitest';
import { instantOf, leftMs, stateAt, timeIsUpAt, type ExamTime } from './timing.ts';

const exam = (more: Partial<ExamTime> = {}): ExamTime => ({
  startedAt: 1_000_000,
  durationMs: 60_000,
  endedAt: null,
  lastAt: null,
  ...more,
});

it('runs from its start for its duration, and then is over as it stood', () => {
  expect(timeIsUpAt(exam())).toBe(1_060_000);
  expect(stateAt(exam(), 1_059_999)).toBe('running');
  expect(stateAt(exam(), 1_060_000)).toBe('over');
  expect(leftMs(exam(), 1_015_000)).toBe(45_000);
  expect(leftMs(exam(), 2_000_000)).toBe(0);
});

it('handed in is ended, before its time and after', () => {
  expect(stateAt(exam({ endedAt: 1_020_000 }), 1_020_001)).toBe('ended');
  expect(stateAt(exam({ endedAt: 1_060_000 }), 9_000_000)).toBe('ended');
});

it('a clock that was put back gives no time beyond the last answer', () => {
  expect(instantOf(exam({ lastAt: 1_050_000 }), 1_002_000)).toBe(1_050_000);
  expect(instantOf(exam(), 5)).toBe(1_000_000);
  expect(instantOf(exam({ lastAt: 1_050_000 }), 1_055_000)).toBe(1_055_000);
});
