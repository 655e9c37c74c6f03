import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../domain/at-once.ts';
import type { Layer } from './layers.ts';
import { NoteKeys } from './note-keys.ts';
import { StandingNotes } from './standing-notes.ts';

describe('names of notes', () => {
  const Name = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\n', ''));

  it('come back from the text they stand in, and from no text with more or fewer', () => {
    fc.assert(
      fc.property(fc.array(Name, { maxLength: 20 }), (names) => {
        const keys = NoteKeys.of(names);
        const read = atOnce(NoteKeys.read(keys.text, names.length));
        expect([...keys]).toEqual(names);
        // One empty name and none at all have the same text.
        if (keys.text !== '' || names.length === 0) expect(read && [...read]).toEqual(names);
        expect(atOnce(NoteKeys.read(keys.text, names.length + 2))).toBeNull();
        if (names.length > 1) expect(atOnce(NoteKeys.read(keys.text, names.length - 1))).toBeNull();
      }),
    );
  });
});

describe('notes of several packs', () => {
  const Pack = fc.array(fc.record({ key: fc.constantFrom(...'abcdefghij'), at: fc.nat(3) }), { maxLength: 12 });
  const layerOf = (notes: readonly { key: string; at: number }[], layer: number, takenInAt: number) =>
    ({
      ...{ id: `i${layer}`, into: null, takenInAt },
      pack: {
        ...{ sha256: String(layer), notes: notes.length },
        columns: {
          keys: NoteKeys.of(notes.map(({ key }) => key)),
          modifiedAt: Float64Array.from(notes, ({ at }) => at),
        },
      },
    }) as unknown as Layer;

  it('count once each: as the pack has it that changed it last, then of the import taken in last, then of the smaller hash', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(Pack, fc.nat(2)), { maxLength: 4 }), (drawn) => {
        const layers = drawn.map(([notes, takenInAt], layer) => layerOf(notes, layer, takenInAt));
        const standing = atOnce(StandingNotes.of(layers));
        const best = new Map<string, { layer: number; note: number; rank: readonly number[] }>();
        for (const [layer, [notes, takenInAt]] of drawn.entries())
          for (const [note, { key, at }] of notes.entries()) {
            const rank = [at, takenInAt, -layer];
            const known = best.get(key);
            const parts = known ? rank.map((part, i) => part - known.rank[i]!).find((part) => part !== 0) : 1;
            if ((parts ?? 0) > 0) best.set(key, { layer, note, rank });
          }
        for (const key of 'abcdefghijk') {
          const { layer, note } = best.get(key) ?? {};
          expect(standing.find(key)).toEqual(best.has(key) ? { layer, note } : undefined);
        }
        expect([...standing.keys()].sort()).toEqual([...best.keys()].sort());
        for (const [layer, [notes]] of drawn.entries())
          for (const [note, { key }] of notes.entries()) {
            const one = best.get(key)!;
            expect(standing.counts(layer, note)).toBe(one.layer === layer && one.note === note);
          }
      }),
      { numRuns: 300 },
    );
  });
});
