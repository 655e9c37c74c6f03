import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { logOfShare } from './log-of-share.ts';

const worstOf = (shares: readonly number[]): number =>
  shares.reduce((worst, share) => Math.max(worst, Math.abs(logOfShare(share) - Math.log(share))), 0);

describe('the logarithm of a share', () => {
  it('is that of Math.log to 14 places, for any share', () => {
    const random = randomFrom(7);
    expect(worstOf(Array.from({ length: 100_000 }, () => 1 - random() ** 3))).toBeLessThan(1e-14);
  });

  it('holds at the ends of its steps, of its range, and of what a prediction may be', () => {
    const ends = Array.from({ length: 1_024 }, (_, i) => (i + 1) / 1_024);
    const shares = [...ends, ...ends.map((end) => end - 1e-16), 1 / 8, 0.0001, 0.9999, 1];
    expect(worstOf(shares)).toBeLessThan(1e-14);
  });
});
