import { AppError } from '../../domain/errors.ts';
import { inSlices } from '../jobs/slices.ts';
import { readingLines, type RawLine } from '../store/journal/raw-line.ts';
import { isCardLike } from './part-card.ts';
import type { FoundPart } from './look.ts';
import { MOST_READ_BYTES, readSegment, type SegmentHead } from './segment.ts';
import { segmentNameOf } from './segment-name.ts';
import { readAll, type SyncFile, type SyncStore } from './sync-store.ts';

/** A file that may be a segment, whatever it is called. */
export interface FoundSegment {
  readonly part: string;
  readonly file: SyncFile;
  /** What it is by its name, until it was read; null for a name that says nothing. */
  readonly said: ReturnType<typeof segmentNameOf>;
}

/** What a file turned out to be: a segment, none that came whole (yet), or one of a newer app. */
export type ReadSegment = SegmentHead | 'not-whole' | 'too-new';

/** Segments of a sync folder. What a file turned out to be is kept for as long as it does not change. */
export class FoundSegments {
  readonly #known = new Map<string, ReadSegment>();

  constructor(private readonly store: SyncStore) {}

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

  /** Reads and proves it, and every line in it. @throws errors of the folder, but for a file that is gone */
  async read(found: FoundSegment): Promise<{ readonly head: SegmentHead; readonly lines: readonly RawLine[] } | null> {
    const { part, file } = found;
    const key = keyOf(part, file);
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
      else if (code !== 'ENOENT') throw error;
      return null;
    }
  }
}

const keyOf = (part: string, { name, stamp }: SyncFile): string => `${part}/${name}/${stamp}`;
