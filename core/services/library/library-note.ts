import { recordOf } from '../../domain/history/records.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import type { PresentNote } from './note-question.ts';
import type { Pack } from './pack.ts';
import type { PackMedia, PackNote } from './pack-lines.ts';

/** A note with what the learner changed in it, and where it is from. */
export interface LibraryNote extends PresentNote {
  readonly type: NoteType | undefined;
  /** The pack that has it as it came, and how; undefined for one that was made here. */
  readonly pack: Pack | undefined;
  readonly original: PackNote | undefined;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** The file that a name in a note stands for: of its pack, or one that was put in here. */
export function mediumOf(
  progress: Pick<Progress, 'records'>,
  pack: Pack | undefined,
  name: string,
): PackMedia | undefined {
  const came = pack?.media.get(name);
  if (came) return came;
  const { sha256, bytes = 0 } = recordOf(progress, 'medium', name) ?? {};
  return sha256 === undefined ? undefined : { name, sha256, bytes };
}
