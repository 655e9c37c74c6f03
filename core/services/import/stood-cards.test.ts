import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoodCards, type StoodCard } from './stood-cards.ts';

describe('how cards stood', () => {
  it('comes out as it went in', () => {
    const state = fc.record(
      {
        phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const),
        ...{ dueDay: fc.integer(), intervalDays: fc.nat(), reps: fc.nat(), lapses: fc.nat() },
        ...{ ease: fc.double({ noNaN: true }), stabilityDays: fc.double({ noNaN: true }), difficulty: fc.nat() },
      },
      { requiredKeys: ['phase', 'intervalDays', 'reps', 'lapses'], noNullPrototype: true },
    );
    const card = fc.record(
      {
        suspended: fc.constant(true as const),
        buried: fc.constant(true as const),
        flag: fc.integer({ min: 1, max: 7 }),
        state,
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(card), (all: StoodCard[]) => {
        const stood = new StoodCards();
        for (const each of all) stood.add(each);
        expect(all.map((_, place) => stood.at(place))).toEqual(all);
      }),
    );
  });
});
