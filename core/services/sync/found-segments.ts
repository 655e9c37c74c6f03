import { AppError } from '../../domain/errors.ts';
import { inSlices } from '../jobs/slices.ts';
import { readingLines, type RawLine } from '../store/journal/raw-line.ts';
import { isCardLike } from './part-card.ts';
import type { FoundPart } from './look.ts';
import { MOST_READ_BYTES, readSegment, type SegmentHead } from './segment.ts';
import { segmentNameOf } from './segment-name.ts';
import { isOfFolder, readAll, type SyncFile, type SyncStore } from './sync-store.ts';

/** A file that may be a segment, whatever it is called. */
export interface FoundSegment {
  readonly part: string;
  readonly file: SyncFile;
  /** What it is by its name, until it was read; null for a name that says nothing. */
  readonly said: ReturnType<typeof segmentNameOf>;
}

/** What a file turned out to be: a segment, none that came whole (yet), one of a newer app, or one that the folder does not give now. */
export type ReadSegment = SegmentHead | 'not-whole' | 'too-new' | 'refused';

/** Segments of a sync folder. What a file turned out to be is kept for as long as it does not change. */
export class FoundSegments {
  readonly #known = new Map<string, ReadSegment>();
  /** Why the folder did not give a file, the first time since it was looked at; null where it gave all. */
  failed: unknown = null;

  constructor(private readonly store: SyncStore) {}

  /** What the folder did not give is asked for once more. */
  lookAgain(): void {
    this.failed = null;
    for (const [key, known] of this.#known) if (known === 'refused') this.#known.delete(key);
  }

  in(found: readonly FoundPart[]): FoundSegment[] {
    const all = found.flatMap(({ part, files }) =>
      files
        .filter((file) => file.bytes <= MOST_READ_BYTES && !isCardLike(file))
        .map((file) => ({ part, file, said: segmentNameOf(file.name) })),
    );
    const place = ({ said }: FoundSegment) => said?.first ?? Infinity;
    return all.sort((a, b) => place(a) - place(b) || (b.said?.last ?? 0) - (a.said?.last ?? 0));
  }

  /** What is known of it without reading it. */
  known({ part, file }: FoundSegment): ReadSegment | undefined {
    return this.#known.get(keyOf(part, file));
  }

  /** Reads and proves it, and every line in it. Null for what is none, and for what the folder does not give: the others can be read all the same. */
  async read(found: FoundSegment): Promise<{ readonly head: SegmentHead; readonly lines: readonly RawLine[] } | null> {
    const { part, file } = found;
    const key = keyOf(part, file);
    if (this.#known.get(key) === 'refused') return null;
    try {
      const bytes = await readAll(this.store, part, file.name, MOST_READ_BYTES);
      const segment = readSegment(bytes);
      const lines = segment && (await inSlices(readingLines(segment.lines, segment.head.device)));
      const isAsSaid = lines?.[0]?.seq === segment?.head.first && lines?.at(-1)?.seq === segment?.head.last.seq;
      this.#known.set(key, segment && isAsSaid ? segment.head : 'not-whole');
      return segment && lines && isAsSaid ? { head: segment.head, lines } : null;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (error instanceof AppError && code === 'data-too-new') this.#known.set(key, 'too-new');
      else if ((error instanceof AppError && code === 'data-corrupt') || error instanceof RangeError)
        this.#known.set(key, 'not-whole');
      else if (isOfFolder(error)) {
        this.#known.set(key, 'refused');
        this.failed ??= error;
      }
      return null;
    }
  }
}

const keyOf = (part: string, { name, stamp }: SyncFile): string => `${part}/${name}/${stamp}`;
