import { describe, expect, it } from 'vitest';
import type { SourceReview } from '../transfer/format.ts';
import { HeldReviews } from './held-reviews.ts';

const review = (i: number): SourceReview => ({
  ...{ source: i % 3 === 0 ? `mnemosyne:${i}` : `anki:${1_000 + i}`, card: 'a', at: 1_000 + i },
  ...{ grade: ((i % 4) + 1) as SourceReview['grade'], elapsedMs: i + 0.5, isScheduling: i % 5 > 0 },
  ...(i % 7 === 0 && { isAfterReset: true as const }),
});

describe('reviews that wait', () => {
  it('come out as they went in, with the places of their cards, though more came than were told of', () => {
    const held = new HeldReviews(5);
    for (let i = 0; i < 100; i++) held.add(99 - i, review(i));
    expect([held.length, held.lastAt]).toEqual([100, 1_099]);
    for (let i = 0; i < 100; i++) {
      const { card: _, isAfterReset = false, source, ...rest } = review(i);
      const expected = { ...rest, isAfterReset, source: source.startsWith('anki') ? null : source };
      expect([held.cardAt(i), held.at(i)]).toEqual([99 - i, expected]);
    }
  });

  it('have no last one where none came', () => {
    expect(new HeldReviews(0).lastAt).toBeUndefined();
  });
});
