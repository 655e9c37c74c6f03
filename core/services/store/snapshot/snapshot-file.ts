import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { breathe, inSlices } from '../../jobs/slices.ts';
import { readWhole, replaceFile, writeAllAsync } from '../../disk/whole-file.ts';
import { encodeCards } from './cards-file.ts';
import { CARDS_FILE, decodeDocument, encodeDocument, type SnapshotDocument } from './snapshot-document.ts';
import { cardsPartOf, documentOf, snapshotOf } from './snapshot-parts.ts';
import type { Snapshot } from './snapshot.ts';

/** Newest first. Each names its cards' file. */
export const GENERATIONS = ['progress.json', 'progress.1.json', 'progress.2.json'] as const;

/** Bytes that are hashed or written at a time: the loop is free in between. */
const PIECE_BYTES = 1 << 18;
/** Bytes the disk has to take at a time: an answer that comes meanwhile waits for no more than these. */
const SYNC_EVERY_BYTES = 1 << 20;
/** Milliseconds of work before the loop is free: an answer that comes meanwhile brings its own on top, and so does the collector. */
const SLICE_MS = 2;
const NAMED = /"cards-[0-9a-f]{16}\.bin"/g;

/** A generation that can not be used. */
export interface DamagedGeneration {
  /** Its files that are there. */
  readonly names: readonly string[];
  readonly error: AppError;
}

/**
 * lowdb adapter for progress.json and the cards' file it names. lowdb alone takes a torn or foreign file as data and never syncs;
 * this one writes each as a temp file, syncs it and renames it, the cards first, keeps the two generations before, and reads the
 * newest generation that is whole.
 */
export class SnapshotFile implements Adapter<Snapshot | null> {
  /** Generations that could not be read the last time. */
  readonly damaged: DamagedGeneration[] = [];

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {}

  /** @throws AppError `data-too-new`: written by a newer app, which must not be put back behind what it knew */
  async read(): Promise<Snapshot | null> {
    this.damaged.length = 0;
    for (const name of GENERATIONS) {
      const names = [name as string];
      try {
        const bytes = readWhole(this.files, join(this.dataDir, name));
        if (bytes === null) continue;
        const document = decodeDocument(bytes);
        const cards = readWhole(this.files, join(this.dataDir, document.cards.file));
        if (cards) names.push(document.cards.file);
        return snapshotOf(document, cards);
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'data-too-new') throw cause;
        const error = cause instanceof AppError ? cause : new AppError('data-corrupt', name, {}, { cause });
        this.damaged.push({ names, error });
      }
    }
    return null;
  }

  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) return;
    // Freezing the moment took some milliseconds already.
    await breathe();
    const cards = await this.#writeCards(snapshot);
    const document = encodeDocument(documentOf(snapshot, cards));
    const path = (name: string) => join(this.dataDir, name);
    await replaceFile(
      this.files,
      path(GENERATIONS[0]),
      (fd) => writeAllAsync(this.files, fd, document, 0),
      async () => {
        for (let i = GENERATIONS.length - 1; i > 0; i--) {
          const newer = path(GENERATIONS[i - 1]!);
          if (this.files.facts(newer) !== null) await this.files.renameAsync(newer, path(GENERATIONS[i]!));
        }
      },
    );
    this.#clear();
  }

  /** The file is whole on the disk when this resolves; nothing names it yet. */
  async #writeCards(snapshot: Snapshot): Promise<Pick<SnapshotDocument['cards'], 'file' | 'bytes' | 'sha256'>> {
    const encoded = await inSlices(encodeCards(cardsPartOf(snapshot)), undefined, SLICE_MS);
    await breathe();
    const pieces = await inSlices(evenPieces(encoded), undefined, SLICE_MS);
    const sha256 = await inSlices(hashing(pieces), undefined, SLICE_MS);
    const file = `cards-${sha256.slice(0, 16)}.bin`;
    let bytes = 0;
    await replaceFile(this.files, join(this.dataDir, file), async (fd) => {
      let synced = 0;
      // Every write goes by the loop, so it is free again after each piece.
      for (const piece of pieces) {
        await writeAllAsync(this.files, fd, piece, bytes);
        bytes += piece.length;
        if (bytes - synced < SYNC_EVERY_BYTES) continue;
        await this.files.sync(fd);
        synced = bytes;
      }
    });
    return { file, bytes, sha256 };
  }

  /** Takes away cards' files that no generation names, damaged ones included. */
  #clear(): void {
    try {
      const named = new Set<string>();
      for (const name of GENERATIONS) {
        const text = readWhole(this.files, join(this.dataDir, name))?.toString('utf8') ?? '';
        for (const [found] of text.matchAll(NAMED)) named.add(found.slice(1, -1));
      }
      for (const name of this.files.list(this.dataDir))
        if (CARDS_FILE.test(name) && !named.has(name)) this.files.remove(join(this.dataDir, name));
    } catch {
      // They are in nobody's way: the next snapshot tries again.
    }
  }
}

/** The same bytes in pieces of one size: those of the columns are too small to be written each by itself. */
function* evenPieces(pieces: readonly Buffer[]): Generator<void, Buffer[]> {
  const even: Buffer[] = [];
  let room = Buffer.alloc(0);
  let left = pieces.reduce((sum, { length }) => sum + length, 0);
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; yield) {
      if (room.length === 0) even.push((room = Buffer.allocUnsafe(Math.min(PIECE_BYTES, left))));
      const copied = piece.copy(room, 0, at);
      [at, left, room] = [at + copied, left - copied, room.subarray(copied)];
    }
  }
  return even;
}

function* hashing(pieces: readonly Buffer[]): Generator<void, string> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    yield;
  }
  return hash.digest('hex');
}
