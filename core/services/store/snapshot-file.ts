import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '../../domain/errors.ts';
import type { Files } from './files.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot-format.ts';
import { breathe } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import { readWhole, replaceFile, writeAll } from './whole-file.ts';

/** Newest first. */
export const GENERATIONS = ['progress.json', 'progress.1.json', 'progress.2.json'] as const;

/** Milliseconds of work after which the loop is given free. */
const SLICE_MS = 4;

/**
 * lowdb adapter for progress.json. lowdb alone takes a torn or foreign file as data and never syncs; this one writes a temp
 * file in slices, syncs it, keeps the two generations before and renames it; and reads the newest generation that is whole.
 */
export class SnapshotFile implements Adapter<Snapshot> {
  /** Generations that could not be read the last time, with the reason. */
  readonly damaged: { name: string; error: AppError }[] = [];

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {}

  /** @throws AppError `data-too-new`: written by a newer app, which must not be put back behind what it knew. */
  read(): Promise<Snapshot | null> {
    try {
      return Promise.resolve(this.readNow());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  readNow(): Snapshot | null {
    this.damaged.length = 0;
    for (const name of GENERATIONS) {
      try {
        const bytes = readWhole(this.files, join(this.dataDir, name));
        if (bytes !== null) return decodeSnapshot(bytes);
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'data-too-new') throw cause;
        this.damaged.push({ name, error: cause instanceof AppError ? cause : new AppError('data-corrupt', name, {}, { cause }) });
      }
    }
    return null;
  }

  async write(snapshot: Snapshot): Promise<void> {
    const path = (name: string) => join(this.dataDir, name);
    await replaceFile(
      this.files,
      path(GENERATIONS[0]),
      async (fd) => {
        let at = 0;
        let since = performance.now();
        for (const piece of encodeSnapshot(snapshot)) {
          writeAll(this.files, fd, piece, at);
          at += piece.length;
          if (performance.now() - since < SLICE_MS) continue;
          await breathe();
          since = performance.now();
        }
      },
      () => {
        for (let i = GENERATIONS.length - 1; i > 0; i--) {
          const newer = path(GENERATIONS[i - 1]!);
          if (this.files.facts(newer) !== null) this.files.rename(newer, path(GENERATIONS[i]!));
        }
      },
    );
  }
}
