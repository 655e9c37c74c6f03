import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { partsIn, piecesOfPart, type Part } from '../backups/folder/folder-parts.ts';
import { makeLastingFolder } from '../disk/lasting-folder.ts';
import { freeTempName, writeAllAsync } from '../disk/whole-file.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Step } from '../jobs/work.ts';
import { MEDIA, mediaPath, packPath, PACKS } from '../library/places.ts';
import type { FoundPart } from './look.ts';
import { isOfFolder, type SyncFile, type SyncStore } from './sync-store.ts';

/** Files of the library stand beside a part, so that those of its journal are found without going through thousands of pictures. */
const END = '-files';
/** The part that holds a device's library. */
export const libraryPart = (device: string): string => `${device}${END}`;
const NAME = /^([pm])-([0-9a-f]{64})$/;
const GROUP = 200;

/** A pack or a medium: what it is called in a sync folder and where it stands here. */
interface LibraryFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly isPack: boolean;
}

function fileOf(name: string): LibraryFile | null {
  const [, kind, sha256 = ''] = NAME.exec(name) ?? [];
  if (kind === undefined) return null;
  return { name, sha256, isPack: kind === 'p', path: kind === 'p' ? packPath(sha256) : mediaPath(sha256) };
}

/** What came, and what is still to come. */
export interface CarriedFiles {
  readonly packs: number;
  readonly media: number;
  /** Media that others have and that are not here. */
  readonly missing: number;
  /** Why the folder did not give one of them; null where it gave all that it has. */
  readonly failed: unknown;
}

/** Carries packs and media, each by its hash as it is: those that nobody else has into our part, those that are not here out of theirs. */
export class LibraryCarrier {
  /** Of our part: packs and media. */
  written = { packs: 0, media: 0 };
  /** Names of what is here, with their lengths, as far as it was looked at. */
  #here = new Map<string, number>();
  #failed: unknown = null;

  constructor(
    private readonly data: DataFolder,
    private readonly folder: SyncStore,
  ) {}

  /** Takes in what is not here, packs first: their cards wait for them. @throws errors of the folder and of the disk */
  async take(found: readonly FoundPart[], step: Step): Promise<CarriedFiles> {
    await inSlices(this.#look());
    const own = libraryPart(this.data.store.device);
    const wanted = new Map<string, { part: string; file: LibraryFile; bytes: number }>();
    let untold = 0;
    for (const { part, card } of found) {
      if (libraryPart(part) === own) continue;
      const files = await this.folder.list(libraryPart(part));
      for (const { name, bytes } of files) {
        const file = fileOf(name);
        if (file && !this.#here.has(name)) wanted.set(name, { part: libraryPart(part), file, bytes });
      }
      untold += Math.max(0, (card?.media ?? 0) - files.filter(({ name }) => name.startsWith('m-')).length);
    }
    const order = [...wanted.values()].sort(
      (a, b) => Number(b.file.isPack) - Number(a.file.isPack) || a.bytes - b.bytes,
    );
    const came = { packs: 0, media: 0 };
    this.#failed = null;
    for (const [i, { part, file }] of order.entries()) {
      step(i, order.length);
      if (!(await this.#takeOne(part, file))) continue;
      wanted.delete(file.name);
      came[file.isPack ? 'packs' : 'media']++;
    }
    const missing = untold + [...wanted.values()].filter(({ file }) => !file.isPack).length;
    return { ...came, missing, failed: this.#failed };
  }

  /** Writes what nobody has yet. @throws errors of the folder */
  async write(found: readonly FoundPart[], step: Step): Promise<void> {
    const own = libraryPart(this.data.store.device);
    const ours = new Map((await this.folder.list(own)).map((file) => [file.name, file]));
    const theirs = new Set<string>();
    for (const { part } of found)
      if (libraryPart(part) !== own) for (const { name } of await this.folder.list(libraryPart(part))) theirs.add(name);
    const lacking = [...this.#here].filter(([name, bytes]) => !isWhole(ours.get(name), bytes) && !theirs.has(name));
    for (const [i, [name, bytes]] of lacking.entries()) {
      step(i, lacking.length);
      const { path } = fileOf(name)!;
      await this.folder.write(own, name, piecesOfPart(this.data.files, this.data.dataDir, { path, bytes }));
      ours.set(name, { name, bytes, stamp: '' });
    }
    const names = [...ours.keys()].map(fileOf).filter((file) => file !== null);
    const packs = names.filter(({ isPack }) => isPack).length;
    this.written = { packs, media: names.length - packs };
  }

  *#look(): Generator<void> {
    const { files, dataDir } = this.data;
    const here = new Map<string, number>();
    for (const folder of [PACKS, MEDIA])
      for (const part of partsIn(files, dataDir, folder)) {
        const name = nameOf(part);
        if (name !== null) here.set(name, part.bytes);
        if (here.size % GROUP === 0) yield;
      }
    this.#here = here;
  }

  /** @returns false for what did not come whole: it waits */
  async #takeOne(part: string, { name, path, sha256 }: LibraryFile): Promise<boolean> {
    const { files, dataDir } = this.data;
    const place = join(dataDir, path);
    const above = join(dataDir, name.startsWith('p-') ? PACKS : MEDIA);
    makeLastingFolder(files, dataDir, above);
    const temp = freeTempName(files, join(above, basename(path)));
    const fd = files.open(temp, 'wx');
    let isOpen = true;
    let bytes = 0;
    try {
      const hash = createHash('sha256');
      for await (const piece of this.#piecesOf(part, name)) {
        await writeAllAsync(files, fd, piece, bytes);
        hash.update(piece);
        bytes += piece.length;
      }
      if (hash.digest('hex') !== sha256) return false;
      await files.sync(fd);
      files.close(fd);
      isOpen = false;
      makeLastingFolder(files, dataDir, dirname(place));
      await files.renameAsync(temp, place);
      await files.syncFolderAsync(dirname(place));
      this.#here.set(name, bytes);
      return true;
    } catch (error) {
      if (error === this.#failed || (error as NodeJS.ErrnoException).code === 'ENOENT' || isNotWhole(error))
        return false;
      throw error;
    } finally {
      if (isOpen) files.close(fd);
      files.remove(temp);
    }
  }

  /** What the folder says is told apart from what our disk says: where it does not give one file, the others come all the same. */
  async *#piecesOf(part: string, name: string): AsyncGenerator<Buffer> {
    try {
      yield* this.folder.read(part, name);
    } catch (error) {
      if (isOfFolder(error)) this.#failed = error;
      throw error;
    }
  }
}

const isNotWhole = (error: unknown): boolean => (error as { code?: unknown }).code === 'data-corrupt';

/** What is sealed is longer than what it holds. */
const isWhole = (file: SyncFile | undefined, bytes: number): boolean => file !== undefined && file.bytes >= bytes;

function nameOf({ path }: Part): string | null {
  const hash = basename(path).slice(0, 64);
  const name = `${path.startsWith(PACKS) ? 'p' : 'm'}-${hash}`;
  return fileOf(name)?.path === path ? name : null;
}
