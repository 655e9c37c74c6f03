import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTOUCHED, type CardState } from '../../../domain/progress.ts';
import { decodeBlock, encodeBlock } from './snapshot-block.ts';
import type { CardRecord } from './snapshot.ts';
import { TrailMap, trailText } from '../fold/trails.ts';

const figure = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
const memory = fc.record({
  ...{
    phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const),
    due: figure,
    stabilityDays: figure,
    difficulty: figure,
  },
  ...{ intervalDays: figure, step: figure, reps: figure, lapses: figure, lastReview: figure },
});
const state: fc.Arbitrary<CardState> = fc.record({
  ...{
    memory: fc.option(memory),
    revision: fc.nat(),
    last: fc.option(fc.nat().map((seq) => `device:${seq + 1}`)),
    introducedAt: fc.option(fc.integer()),
    suspended: fc.boolean(),
  },
  ...{ buriedUntilDay: fc.integer(), flag: fc.nat(7), marked: fc.boolean() },
  attempt: fc.option(fc.record({ what: fc.constantFrom('hint' as const, 'close' as const), at: fc.integer() })),
});
const trail = fc.array(fc.nat(2 ** 40));
const records = fc.uniqueArray(fc.record({ id: fc.string({ unit: 'grapheme' }), state, trail }), {
  selector: ({ id }) => id,
  maxLength: 30,
});

const decoded = (...lines: string[]) => {
  const maps = { cards: new Map<string, CardState>(), trails: new TrailMap() };
  for (const line of lines) decodeBlock(line, maps);
  return maps;
};

describe('a line of the snapshot', () => {
  it('holds its cards to the last bit, whatever they are, and takes no second line', () => {
    fc.assert(
      fc.property(records, fc.nat(30), (cards, cut) => {
        const lines = [cards.slice(0, cut), cards.slice(cut)].map(encodeBlock);
        const maps = decoded(...lines);
        expect(lines.join('')).not.toContain('\n');
        for (const { id, state: expected, trail: events } of cards) {
          expect(maps.cards.get(id)).toEqual(expected);
          expect(maps.trails.asKept(id)).toBe(trailText([...events]));
          expect(maps.trails.lengthOf(id)).toBe(events.length);
          expect(maps.trails.get(id)).toEqual(events);
        }
        expect([...maps.cards.keys()]).toEqual(cards.map(({ id }) => id));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same again from trails that nobody asked for', () => {
    const card = (id: string, events: number[]): CardRecord => ({
      id,
      trail: events,
      state: { ...UNTOUCHED, revision: events.length },
    });
    const line = encodeBlock([card('a', [4096]), card('b', []), card('c', [8192, 4097])]);
    const { cards, trails } = decoded(line);
    expect(encodeBlock([...cards].map(([id, kept]) => ({ id, state: kept, trail: trails.asKept(id)! })))).toBe(line);
  });

  it('that is none throws', () => {
    for (const line of ['', '{}', '[1]', '{"ids":["a"],"last":[null],"attempts":[],"trails":"","numbers":"AAAA"}'])
      expect(() => decoded(line)).toThrow(Error);
  });
});
