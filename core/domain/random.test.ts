import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deranged, seededRandom, shuffled } from './random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed on every machine', () => {
    const random = seededRandom('csto/gl-name@0');
    const numbers = [random(), random(), random()];
    const again = seededRandom('csto/gl-name@0');
    expect([again(), again(), again()]).toEqual(numbers);
    // Golden: a change would turn the options of a card around between two versions of the app.
    expect(numbers.map((value) => value.toFixed(6))).toEqual(['0.089423', '0.748615', '0.845677']);
  });

  it('stays from 0 up to 1 and differs from seed to seed', () => {
    const firsts = Array.from({ length: 500 }, (_, index) => seededRandom(`seed ${index}`)());
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...firsts)).toBeLessThan(1);
    expect(new Set(firsts).size).toBe(500);
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });
});

describe('shuffled', () => {
  it('is a permutation, the same for the same seed, and leaves its list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const result = shuffled(items, seed);
        expect([...result].sort()).toEqual([...items].sort());
        expect(shuffled(items, seed)).toEqual(result);
        expect(items).toEqual(before);
      }),
    );
  });

  it('puts every item in every place about as often', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed += 1) {
      const place = shuffled(['right', 'b', 'c', 'd'], `csto/q-${seed}@0`).indexOf('right');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('deranged', () => {
  it('is a permutation that is never the order it came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 }), fc.string(), (items, seed) => {
        const result = deranged(items, seed);
        expect([...result].sort()).toEqual([...items].sort());
        expect(result).not.toEqual(items);
        expect(deranged(items, seed)).toEqual(result);
      }),
    );
  });

  it('leaves nothing and a single item as they are', () => {
    expect(deranged([], 'x')).toEqual([]);
    expect(deranged(['a'], 'x')).toEqual(['a']);
  });
});
