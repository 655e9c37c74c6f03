import { expect, it } from 'vitest';
import fc from 'fast-check';
import { apportion } from './apportion.ts';

const ROOM = [1000, 1000, 1000, 1000];

it.each([
  [100, [50, 25, 25], ROOM, [50, 25, 25]],
  [60, [4, 4, 3, 3], ROOM, [17, 17, 13, 13]],
  [10, [1, 1, 1], ROOM, [4, 3, 3]],
  [7, [0, 1, 1], ROOM, [0, 4, 3]],
  [1, [1, 1], ROOM, [1, 0]],
  [0, [1, 2], ROOM, [0, 0]],
])('%i by %j in %j is %j', (total, weights, capacities, shares) => {
  expect(apportion(total, weights, capacities)).toEqual(shares);
});

it('what a part can not take goes to the others by their weights', () => {
  expect(apportion(100, [50, 25, 25], [10, 100, 100])).toEqual([10, 45, 45]);
  expect(apportion(100, [50, 25, 25], [10, 20, 100])).toEqual([10, 20, 70]);
});

it('what nobody can take is left out, and a part without weight takes nothing of it', () => {
  expect(apportion(100, [1, 1, 0], [10, 20, 100])).toEqual([10, 20, 0]);
});

it('always adds up, stays within the capacities, and is within one of the exact share where there is room', () => {
  const part = fc.record({ weight: fc.integer({ min: 0, max: 10 }), room: fc.integer({ min: 0, max: 60 }) });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 200 }), (parts, total) => {
      const weights = parts.map(({ weight }) => weight);
      const rooms = parts.map(({ room }) => room);
      const shares = apportion(total, weights, rooms);
      const most = parts.reduce((sum, { weight, room }) => sum + (weight > 0 ? room : 0), 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(total, most));
      shares.forEach((share, at) => expect(share).toBeLessThanOrEqual(weights[at]! > 0 ? rooms[at]! : 0));
      const sum = weights.reduce((all, weight) => all + weight, 0);
      const free =
        sum === 0
          ? shares
          : apportion(
              total,
              weights,
              rooms.map(() => 1_000),
            );
      if (sum > 0) free.forEach((share, at) => expect(Math.abs(share - (total * weights[at]!) / sum)).toBeLessThan(1));
    }),
  );
});
