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
  /** When the learner took it in last, epoch ms; 0 where no device told. */
  readonly takenInAt: number;
}

/** The imports that stand, by their ids, with what a layer is made of. */
export const importsIn = (progress: Pick<Progress, 'records'>): (Omit<Layer, 'pack'> & { readonly pack: string })[] =>
  recordsOf(progress, 'import')
    .flatMap(([id, { pack, into, takenInAt = 0 }]) =>
      pack === undefined ? [] : [{ id, pack, into: into ?? null, takenInAt }],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Where a note that counts stands: place of the layer, and of the note in its pack. */
export interface NotePlace {
  readonly layer: number;
  readonly note: number;
}

/** Notes between two chances to give the loop free. */
const GROUP = 500;

/** Of a layer's notes and those of the others: which count. Every note counts once, by the pack that changed it last. */
export class StandingNotes {
  /** By name, as `layer × 2^32 + note`: a number for each of a hundred thousand. */
  readonly #places = new Map<string, number>();

  /** Those of some layers, in steps. */
  static *of(layers: readonly Layer[]): Generator<void, StandingNotes> {
    const standing = new StandingNotes();
    for (const [layer, { pack }] of layers.entries()) {
      const { keys, modifiedAt } = pack.columns;
      for (let note = 0; note < keys.length; note++) {
        if (note % GROUP === 0) yield;
        const other = standing.find(keys[note]!);
        if (other && !isNewer(modifiedAt[note]!, layers[layer]!, layers[other.layer]!, other.note)) continue;
        standing.#places.set(keys[note]!, layer * 2 ** 32 + note);
      }
    }
    return standing;
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  find(key: string): NotePlace | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : { layer: Math.floor(place / 2 ** 32), note: place % 2 ** 32 };
  }

  counts(key: string, layer: number, note: number): boolean {
    return this.#places.get(key) === layer * 2 ** 32 + note;
  }
}

/**
 * Of notes that changed at the same time, or of files that do not say when, the one counts that the learner took in last; then that of
 * the pack with the smaller hash.
 */
function isNewer(at: number, layer: Layer, other: Layer, note: number): boolean {
  const otherAt = other.pack.columns.modifiedAt[note]!;
  if (at !== otherAt) return at > otherAt;
  if (layer.takenInAt !== other.takenInAt) return layer.takenInAt > other.takenInAt;
  return layer.pack.sha256 < other.pack.sha256;
}
