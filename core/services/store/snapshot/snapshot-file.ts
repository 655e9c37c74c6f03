import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { breathe } from '../../disk/slices.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot-format.ts';
import { snapshotOf, type ReadSnapshot, type Snapshot } from './snapshot.ts';
import { readWhole, replaceFile, writeAllAside } from '../../disk/whole-file.ts';

/** Newest first. */
export const GENERATIONS = ['progress.json', 'progress.1.json', 'progress.2.json'] as const;

/** Bytes the disk has to take at a time: an answer that comes meanwhile waits for no more than these. */
const SYNC_EVERY_BYTES = 1 << 20;

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

  /** @throws AppError `data-too-new` */
  read(): Promise<Snapshot | null> {
    try {
      const read = this.readNow();
      return Promise.resolve(read && snapshotOf(read));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  /** @throws AppError `data-too-new`: written by a newer app, which must not be put back behind what it knew. */
  readNow(): ReadSnapshot | null {
    this.damaged.length = 0;
    for (const name of GENERATIONS) {
      try {
        const bytes = readWhole(this.files, join(this.dataDir, name));
        if (bytes !== null) return decodeSnapshot(bytes);
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'data-too-new') throw cause;
        this.damaged.push({
          name,
          error: cause instanceof AppError ? cause : new AppError('data-corrupt', name, {}, { cause }),
        });
      }
    }
    return null;
  }

  async write(snapshot: Snapshot): Promise<void> {
    const path = (name: string) => join(this.dataDir, name);
    // Freezing the moment took some milliseconds, and the document's head takes some more.
    await breathe();
    await replaceFile(
      this.files,
      path(GENERATIONS[0]),
      async (fd) => {
        let at = 0;
        let synced = 0;
        // Every write goes by the loop, so it is free again after each piece.
        for (const piece of encodeSnapshot(snapshot)) {
          await writeAllAside(this.files, fd, piece, at);
          at += piece.length;
          if (at - synced < SYNC_EVERY_BYTES) continue;
          await this.files.sync(fd);
          synced = at;
        }
      },
      async () => {
        for (let i = GENERATIONS.length - 1; i > 0; i--) {
          const newer = path(GENERATIONS[i - 1]!);
          if (this.files.facts(newer) !== null) await this.files.renameAside(newer, path(GENERATIONS[i]!));
        }
      },
    );
  }
}
