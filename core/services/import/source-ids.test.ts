import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceIds } from './source-ids.ts';

describe('places by what a file calls them', () => {
  it('are those of a map, whatever the ids look like', () => {
    const near = fc.nat(5_000).map((n) => String(1_400_000_000_000 + n));
    const odd = fc.constantFrom('', '0', '00', '-1', '1e3', ' 1', '1.0', '٣', '9'.repeat(15), '9'.repeat(16), 'a1');
    const id = fc.oneof({ weight: 4, arbitrary: near }, odd, fc.string(), fc.maxSafeInteger().map(String));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 3_000 }), fc.array(id), (known, others) => {
        const ids = new SourceIds();
        const plain = new Map<string, number>();
        for (const [place, each] of known.entries()) {
          ids.set(each, place);
          plain.set(each, place);
        }
        for (const each of [...known, ...others]) expect(ids.placeOf(each)).toBe(plain.get(each) ?? -1);
      }),
      { numRuns: 50 },
    );
  });
});
