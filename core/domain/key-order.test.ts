import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfKeys } from './key-order.ts';

const key = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double(),
  fc.constantFrom(NaN, 0, -0, Infinity, -Infinity, 1e-300, 5e-324, 2 ** 40),
);

it('puts numbers in the order that comparing them gives, alike ones as they stood, NaN last', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (keys, isDescending) => {
      const sign = isDescending ? -1 : 1;
      const compared = keys
        .map((value, place) => ({ value, place }))
        .sort((a, b) => {
          if (Number.isNaN(a.value) || Number.isNaN(b.value))
            return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
          return a.value === b.value ? 0 : sign * (a.value < b.value ? -1 : 1);
        });
      expect([...orderOfKeys(Float64Array.from(keys), isDescending)]).toEqual(compared.map(({ place }) => place));
    }),
    { numRuns: 500 },
  );
});
