import { recordsOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Pack } from './pack.ts';

/** One import that stands: its pack, and the deck that all of it went into. */
export interface Layer {
  /** Names the import. */
  readonly id: string;
  readonly pack: Pack;
  /** Whole name of a deck; null where decks are as they came. */
  readonly into: string | null;
}

/** The imports that stand, by their ids, with what a layer is made of. */
export const importsIn = (progress: Pick<Progress, 'records'>): { id: string; pack: string; into: string | null }[] =>
  recordsOf(progress, 'import')
    .flatMap(([id, { pack, into }]) => (pack === undefined ? [] : [{ id, pack, into: into ?? null }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Where a note that counts stands: place of the layer, and of the note in its pack. */
export interface NotePlace {
  readonly layer: number;
  readonly note: number;
}

/** Of a layer's notes and those of the others: which count. Every note counts once, by the pack that changed it last. */
export class StandingNotes {
  /** By name, as `layer × 2^32 + note`: a number for each of a hundred thousand. */
  readonly #places = new Map<string, number>();

  constructor(layers: readonly Layer[]) {
    for (const [layer, { pack }] of layers.entries()) {
      const { keys, modifiedAt } = pack.columns;
      for (let note = 0; note < keys.length; note++) {
        const other = this.find(keys[note]!);
        if (other && !isNewer(modifiedAt[note]!, pack, layers[other.layer]!.pack, other.note)) continue;
        this.#places.set(keys[note]!, layer * 2 ** 32 + note);
      }
    }
  }

  find(key: string): NotePlace | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : { layer: Math.floor(place / 2 ** 32), note: place % 2 ** 32 };
  }

  counts(key: string, layer: number, note: number): boolean {
    return this.#places.get(key) === layer * 2 ** 32 + note;
  }
}

/** Of notes that changed at the same time the one of the pack with the smaller hash counts, whichever was brought first. */
function isNewer(at: number, pack: Pack, other: Pack, note: number): boolean {
  const otherAt = other.columns.modifiedAt[note]!;
  return at === otherAt ? pack.sha256 < other.sha256 : at > otherAt;
}
