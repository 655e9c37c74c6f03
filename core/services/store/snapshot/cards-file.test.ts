import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventRefOf, type CardId } from '../../../domain/ids.ts';
import { AppError } from '../../../domain/errors.ts';
import type { CardState } from '../../../domain/progress.ts';
import { CardTable } from '../fold/card-table.ts';
import { PackedRefs, type Packed } from '../fold/packed-refs.ts';
import { decodeCards, encodeCards } from './cards-file.ts';

const DEVICES = ['aaaaaa', 'bbbbbb'];
const figure = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
const memory = fc.record({
  ...{ phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const), due: figure },
  ...{ stabilityDays: figure, difficulty: figure, intervalDays: figure },
  ...{ step: figure, reps: figure, lapses: figure, lastReview: figure, lastDay: figure },
});
const ref = fc.record({ device: fc.constantFrom(...DEVICES), seq: fc.nat(2 ** 40) });
const state: fc.Arbitrary<CardState> = fc.record({
  ...{ memory: fc.option(memory), revision: fc.nat(), introducedAt: fc.option(fc.integer()) },
  last: fc.option(ref.map(({ device, seq }) => eventRefOf(device, seq))),
  ...{ isRecomputed: fc.boolean(), suspended: fc.boolean(), marked: fc.boolean() },
  ...{ buriedUntilDay: fc.integer(), flag: fc.nat(7), daysRight: fc.nat(), lastDayRight: fc.integer() },
  lastAnswerAt: fc.option(fc.integer()),
  attempt: fc.option(fc.record({ what: fc.constantFrom('hint' as const, 'close' as const), at: fc.integer() })),
});
/** Half pairs of surrogates, zeros and long ids among them. */
const id = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant('\ud800'))
  .map((text) => text as CardId);
const card = fc.record({
  id,
  state: fc.option(state),
  trail: fc.uniqueArray(ref, { selector: (r) => `${r.device}${r.seq}` }),
});
const cards = fc.uniqueArray(card, { selector: (one) => one.id, maxLength: 30 });
type Card = typeof card extends fc.Arbitrary<infer T> ? T : never;

function put(table: CardTable, all: readonly Card[]): void {
  for (const one of all) {
    if (one.state) table.states.set(one.id, one.state);
    for (const event of one.trail) table.trails.add(one.id, table.refs.pack(event));
  }
}

function encoded(table: CardTable, lists: readonly (readonly Packed[])[] = []): Buffer {
  const steps = encodeCards({ cards: table.freeze(), lists, marks: [1, 0, 65, 4096], negations: [] });
  let next = steps.next();
  while (!next.done) next = steps.next();
  return Buffer.concat(next.value);
}

const decoded = (bytes: Buffer, lists = 0): CardTable =>
  new CardTable(new PackedRefs([...DEVICES]), decodeCards(bytes, DEVICES, lists).cards);

function expectAll(table: CardTable, all: readonly Card[]): void {
  for (const one of all) {
    expect(table.states.get(one.id)).toEqual(one.state ?? undefined);
    expect(table.trails.get(one.id) ?? []).toEqual(one.trail.map((event) => table.refs.pack(event)));
    expect(table.trails.lengthOf(one.id)).toBe(one.trail.length);
  }
  const known = all.filter((one) => one.state);
  expect(table.states.size).toBe(known.length);
  expect(new Map(table.states)).toEqual(new Map(known.map((one) => [one.id, one.state])));
}

describe("the cards' file", () => {
  it('holds its cards to the last bit, whatever they are, and what came to them since in the next file', () => {
    fc.assert(
      fc.property(cards, fc.nat(30), state, (all, cut, later) => {
        const table = new CardTable(new PackedRefs([...DEVICES]));
        put(table, all.slice(0, cut));
        const again = decoded(encoded(table));
        expectAll(again, all.slice(0, cut));
        put(again, all.slice(cut));
        const last = all[0];
        const changed = last
          ? [{ ...last, state: later, trail: [...last.trail, { device: DEVICES[0]!, seq: 2 ** 40 + 1 }] }]
          : [];
        put(again, changed);
        expectAll(decoded(encoded(again)), [...changed, ...all.slice(1)]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps lists and marks beside the cards', () => {
    const bytes = encoded(new CardTable(new PackedRefs([...DEVICES])), [[4096, 8193, 4097], []]);
    const { lists, marks } = decodeCards(bytes, DEVICES, 2);
    expect(lists).toEqual([[4096, 8193, 4097], []]);
    expect(marks).toEqual([1, 0, 65, 4096]);
  });

  const example = (): Buffer => {
    const table = new CardTable(new PackedRefs([...DEVICES]));
    put(table, fc.sample(cards, { numRuns: 1, seed: 7 })[0]!);
    return encoded(table);
  };
  const withTable = (change: (table: Record<string, unknown>[]) => unknown): Buffer => {
    const bytes = example();
    const length = bytes.readUInt32LE(12);
    const table = JSON.parse(bytes.toString('utf8', 16, 16 + length)) as Record<string, unknown>[];
    const text = Buffer.from(JSON.stringify(change(table) ?? table));
    const room = Buffer.alloc(Math.ceil((16 + text.length) / 8) * 8, ' ');
    bytes.copy(room, 0, 0, 16);
    room.writeUInt32LE(text.length, 12);
    text.copy(room, 16);
    return Buffer.concat([room, bytes.subarray(Math.ceil((16 + length) / 8) * 8)]);
  };

  it.each<[string, (table: Record<string, unknown>[]) => unknown]>([
    ['lost a field', (table) => table.slice(1)],
    ['names a field twice', (table) => [...table, table[0]]],
    ['gives a field another type', (table) => void (table[2]!['type'] = 'u32')],
    ['gives a field no type', (table) => void delete table[2]!['type']],
    ['points behind the end', (table) => void (table[2]!['offset'] = 2 ** 40)],
    ['points before the begin', (table) => void (table[2]!['offset'] = -8)],
    ['points beside a multiple of eight', (table) => void (table[2]!['offset'] = 17)],
    ['makes a field longer than the file', (table) => void (table[2]!['length'] = 2 ** 40)],
    ['makes a field of broken numbers', (table) => void (table[2]!['length'] = 7)],
    ['makes a column shorter than the others', (table) => void (table[2]!['length'] = 8)],
    [
      'makes the trails shorter than their offsets',
      (table) => void (table.find(({ name }) => name === 'trails')!['length'] = 1),
    ],
    ['is no list', () => ({})],
    ['is null', () => 'null'],
  ])('whose table %s is refused', (_what, change) => {
    expect(() => decodeCards(withTable(change), DEVICES, 0)).toThrow(expect.objectContaining({ code: 'data-corrupt' }));
  });

  it('of a newer app is refused by name', () => {
    const bytes = example();
    bytes.writeUInt32LE(2, 8);
    expect(() => decodeCards(bytes, DEVICES, 0)).toThrow(expect.objectContaining({ code: 'data-too-new' }));
  });

  it('with any bytes changed, and a seal that fits, is refused or can be walked through to its end', () => {
    const bytes = example();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1 }),
        fc.nat(),
        (changes, end) => {
          const hurt = Buffer.from(bytes);
          for (const [at, byte] of changes) hurt[at] = byte;
          try {
            const table = decoded(end % 3 === 0 ? hurt.subarray(0, end % hurt.length) : hurt);
            for (const [one] of table.states) expect(Array.isArray(table.trails.get(one))).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of random bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(() => decodeCards(Buffer.from(bytes), DEVICES, 0)).toThrow(AppError);
      }),
    );
  });
});
