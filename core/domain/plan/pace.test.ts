import { describe, expect, it } from 'vitest';
import { Pace, type TimedAnswer } from './pace.ts';

const answers = (
  count: number,
  ms: number,
  kind: TimedAnswer['kind'] = 'typed',
  phase: TimedAnswer['phase'] = 'review',
) => Array.from({ length: count }, () => ({ kind, phase, ms }));

describe('the pace', () => {
  it('is the usual one before anything was answered', () => {
    const pace = new Pace([]);
    expect(pace.answers).toBe(0);
    expect(pace.answerMs('typed', 'review')).toBe(12_000);
    expect(pace.answerMs('typed', 'first')).toBe(18_000);
    expect(pace.spreadMs(0, 0)).toBe(0);
  });

  it('is drawn to the usual one where answers are few, and becomes the learner’s own', () => {
    const few = new Pace(answers(5, 30_000)).answerMs('typed', 'review');
    expect(few).toBeGreaterThan(13_000);
    expect(few).toBeLessThan(22_000);
    expect(new Pace(answers(2000, 30_000)).answerMs('typed', 'review')).toBeCloseTo(30_000, -3);
  });

  it('of a kind that was not met yet follows that of the others', () => {
    const slow = new Pace(answers(500, 24_000));
    expect(slow.answerMs('match', 'review')).toBeGreaterThan(47_000);
    expect(slow.answerMs('match', 'review')).toBeLessThan(51_000);
  });

  it('tells kinds apart', () => {
    const pace = new Pace([...answers(300, 6000, 'choice'), ...answers(300, 40_000, 'match')]);
    expect(pace.answerMs('choice', 'review')).toBeLessThan(7500);
    expect(pace.answerMs('match', 'review')).toBeGreaterThan(37_000);
  });

  it('of a new card holds its steps of the first day, that of a review what is missed in it', () => {
    const pace = new Pace([]);
    expect(pace.newMs('typed', 0)).toBe(18_000);
    expect(pace.newMs('typed', 2)).toBeCloseTo(18_000 + 1.5 * 9600);
    expect(pace.reviewMs('typed', 1, 1)).toBe(12_000);
    expect(pace.reviewMs('typed', 0.5, 1)).toBeCloseTo(12_000 + 4800);
  });

  it('is surer of many answers than of few', () => {
    const pace = new Pace([]);
    const share = (count: number) => pace.spreadMs(count, count * 12_000) / (count * 12_000);
    expect(share(10)).toBeGreaterThan(0.2);
    expect(share(400)).toBeLessThan(0.11);
  });
});
