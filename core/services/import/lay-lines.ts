import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { writeAll } from '../disk/whole-file.ts';
import { breathe } from '../jobs/slices.ts';
import type { Covered } from '../store/journal/journal-index.ts';
import type { PackedEvents } from '../store/journal/packed-events.ts';
import { PackedLines } from '../store/journal/packed-lines.ts';

/** The journal that is laid down: a file of its device, in a folder that is made. */
export interface LinesOf {
  readonly folder: string;
  readonly device: string;
  readonly file: string;
}

/** The disk is told to write so much at a time while more is made: at the end it has little to do. */
const SYNCED_BYTES = 32 << 20;

/** What was written, and where its events stand. */
export interface LaidLines {
  readonly bytes: number;
  readonly sha256: string;
  readonly covered: Covered;
}

/** Writes the lines of events that are given one message after the other. What fails is thrown by what is called next. */
interface LinesLaying {
  /** @returns memory that is not used any more, where there is some */
  put(packed: PackedEvents): Promise<PackedEvents['rows'] | undefined>;
  /** When all of it is on the disk. */
  end(): Promise<LaidLines>;
  /** Lets the file go, ended or not. */
  close(): Promise<void>;
}
export type LayLines = (of: LinesOf) => LinesLaying;

/** In this thread. @throws errors of the disk */
export const linesHere =
  (files: Files): LayLines =>
  ({ folder, device, file }) => {
    files.makeFolder(folder);
    const fd = files.open(join(folder, file), 'wx');
    const lines = new PackedLines(device, file);
    const hash = createHash('sha256');
    let bytes = 0;
    let isOpen = true;
    let synced = 0;
    let syncing: Promise<void> | null = null;
    let failed: unknown = null;
    const write = (piece: Buffer) => {
      writeAll(files, fd, piece, bytes);
      hash.update(piece);
      bytes += piece.length;
      if (bytes - synced < SYNCED_BYTES || syncing !== null) return;
      synced = bytes;
      syncing = files.sync(fd).then(
        () => void (syncing = null),
        (cause: unknown) => void (failed = cause),
      );
    };
    return {
      async put(packed) {
        for (const piece of lines.put(packed)) write(piece);
        await breathe();
        return packed.rows;
      },
      async end() {
        write(lines.end());
        await syncing;
        // What a disk could not write once is not asked for again: the second answer may be that all is well.
        if (failed !== null) throw failed as Error;
        await files.sync(fd);
        return { bytes, sha256: hash.digest('hex'), covered: lines.covered };
      },
      async close() {
        await syncing;
        if (isOpen) files.close(fd);
        isOpen = false;
      },
    };
  };
