import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPlaces } from './keep-order.ts';

const places = (...ids: string[]) => new Map(ids.map((id, i) => [id, i + 1]));
const changed = (ids: string[], known: ReadonlyMap<string, number>) => Object.fromEntries(changedPlaces(ids, known));

describe('places in an order', () => {
  it.each([
    ['nothing moved', ['a', 'b', 'c'], {}],
    ['one is put first', ['c', 'a', 'b'], { c: 0 }],
    ['one is put last', ['b', 'c', 'a'], { a: 4 }],
    ['one is put between', ['a', 'c', 'b'], { b: 4 }],
    ['new ones between', ['a', 'x', 'y', 'b', 'c'], { x: 1 + 1 / 3, y: 1 + 2 / 3 }],
    ['one is gone', ['a', 'c'], {}],
  ])('change where they must: %s', (_, ids, expected) => {
    expect(changed(ids, places('a', 'b', 'c'))).toEqual(expected);
  });

  it('begin at one where there are none', () => {
    expect(changed(['x', 'y'], new Map())).toEqual({ x: 1, y: 2 });
  });

  it('are counted anew where there is no room', () => {
    const known = new Map([
      ['a', 1],
      ['b', 1 + 1e-7],
    ]);
    expect(changed(['a', 'x', 'b'], known)).toEqual({ x: 2, b: 3 });
  });

  it('always come out in the order wanted, and one that is moved changes one', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), (order, take, put) => {
        const known = places(...order);
        const wanted = [...order];
        const [moved] = wanted.splice(take % order.length, 1);
        wanted.splice(put % order.length, 0, moved!);
        const changes = changedPlaces(wanted, known);
        expect(changes.size).toBeLessThanOrEqual(1);
        const placed = wanted.map((id) => changes.get(id) ?? known.get(id)!);
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
      }),
    );
  });
});
