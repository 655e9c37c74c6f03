import { expect, it } from 'vitest';
import { ExamTimer } from './exam-timer.svelte.ts';

const MINUTE_MS = 60_000;
function timed(leftMs: number) {
  let now = 5_000;
  let ups = 0;
  const timer = new ExamTimer(
    () => (ups += 1),
    () => now,
  );
  timer.sync(leftMs);
  const pass = (ms: number) => {
    now += ms;
    timer.tick();
  };
  return { timer, pass, ups: () => ups };
}

it('counts down from what the host says, and again from its next word', () => {
  const { timer, pass } = timed(30 * MINUTE_MS);
  pass(90_500);
  expect(timer.leftMs).toBe(30 * MINUTE_MS - 90_500);
  timer.sync(20 * MINUTE_MS);
  pass(1_000);
  expect(timer.leftMs).toBe(20 * MINUTE_MS - 1_000);
});

it('tells 10 minutes and 1 minute before the end, once each, and nothing when it begins below', () => {
  const { timer, pass } = timed(11 * MINUTE_MS);
  expect(timer.told).toBeNull();
  pass(MINUTE_MS);
  expect(timer.told).toBe(10);
  pass(9 * MINUTE_MS - 1);
  expect(timer.told).toBe(10);
  pass(1);
  expect(timer.told).toBe(1);
  const short = timed(6 * MINUTE_MS);
  short.pass(1_000);
  expect(short.timer.told).toBeNull();
});

it('says once that the time is up, also after a long sleep of the page', () => {
  const { timer, pass, ups } = timed(2 * MINUTE_MS);
  pass(60 * MINUTE_MS);
  pass(1_000);
  expect(timer.leftMs).toBe(0);
  expect(timer.told).toBe(0);
  expect(ups()).toBe(1);
});
