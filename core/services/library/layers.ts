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
