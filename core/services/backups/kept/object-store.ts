import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { breathe } from '../../jobs/slices.ts';
import { readWhole, tempName, writeAllAsync } from '../../disk/whole-file.ts';
import { piecesOfPart } from '../folder/folder-parts.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

const OBJECTS = 'objects';
/** Contents up to this many bytes are kept compressed where that pays; longer ones are kept as they are. */
export const MAX_COMPRESSED = 256 << 10;
/** What compressing must leave at most for it to be worth the reading. */
const PAYS = 0.9;
/** Bytes the disk has to take at a time: an answer that comes meanwhile waits for no more than these. */
const SYNC_EVERY_BYTES = 4 << 20;
/** A first backup has everything to compress; the usual level takes much longer for little. */
const LEVEL = 3;
const PACKED = '.gz';
const NAME = /^([0-9a-f]{64})(\.gz)?$/;
const LEFTOVER = /^(?:incoming|[0-9a-f]{64})\.\d+-\d+\.tmp$/;
const DAMAGED = '.damaged';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const damaged = (hash: string, cause?: unknown) =>
  new AppError('data-corrupt', `object ${hash} is damaged`, { file: `${OBJECTS}/${hash}` }, { cause });

/**
 * Contents by their SHA-256, each kept once: `objects/ab/<hash>`, with `.gz` behind it where it is compressed. One is there
 * under its name only when it was written whole, synced, read again and found right.
 */
export class ObjectStore {
  readonly folder: string;
  readonly #names = new Map<string, string>();
  readonly #unsynced = new Set<string>();
  #isFirm = false;

  /** @param place the folder of the backups. What is in it is read once; nobody else adds to it meanwhile but what is harmless. */
  constructor(
    private readonly files: Files,
    place: string,
  ) {
    this.folder = join(place, OBJECTS);
    for (const part of files.list(this.folder))
      for (const name of /^[0-9a-f]{2}$/.test(part) ? files.list(join(this.folder, part)) : []) {
        const [, hash] = NAME.exec(name) ?? [];
        if (hash?.startsWith(part)) this.#names.set(hash, name);
      }
  }

  get all(): Iterable<string> {
    return this.#names.keys();
  }

  has(hash: string): boolean {
    return this.#names.has(hash);
  }

  /** Bytes all of them take on the disk. */
  async storedBytes(): Promise<number> {
    let bytes = 0;
    let seen = 0;
    for (const hash of this.#names.keys()) {
      bytes += this.bytesOf(hash);
      if (++seen % 200 === 0) await breathe();
    }
    return bytes;
  }

  /** Bytes it takes on the disk; 0 where it is not there. */
  bytesOf(hash: string): number {
    return this.files.facts(this.#pathOf(hash))?.bytes ?? 0;
  }

  /** Keeps a content of at most `MAX_COMPRESSED` bytes. Returns its hash. */
  async put(bytes: Buffer): Promise<string> {
    const hash = sha256(bytes);
    if (this.has(hash)) return hash;
    const packed = bytes.length === 0 ? bytes : await compress(bytes, { level: LEVEL });
    const pays = bytes.length > 0 && packed.length < bytes.length * PAYS;
    await this.#write(hash, pays ? PACKED : '', [pays ? packed : bytes]);
    return hash;
  }

  /**
   * Keeps a content as it is, however long. Returns its hash and how many bytes there were.
   * @param between called after each piece; may throw to end the work
   */
  async putWhole(pieces: () => Iterable<Buffer>, between: () => void): Promise<{ hash: string; bytes: number }> {
    const hash = createHash('sha256');
    let bytes = 0;
    const temp = tempName(join(this.folder, 'incoming'));
    this.files.makeFolder(this.folder);
    function* counted() {
      for (const piece of pieces()) {
        hash.update(piece);
        bytes += piece.length;
        between();
        yield piece;
      }
    }
    await this.#writeTemp(temp, counted());
    try {
      const name = hash.digest('hex');
      if (this.has(name)) this.files.remove(temp);
      else await this.#settle(temp, name, '');
      return { hash: name, bytes };
    } catch (error) {
      this.#tidy(temp);
      throw error;
    }
  }

  /** Its content in pieces, compared with its hash when the last was taken. @throws AppError `data-corrupt` also where it is missing */
  async *read(hash: string): AsyncGenerator<Buffer> {
    const name = this.#names.get(hash);
    if (name === undefined) throw damaged(hash);
    yield* this.#readFile(this.#pathOf(hash), name.endsWith(PACKED), hash);
  }

  async readAll(hash: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(hash)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Reads it again; one that is damaged is set aside, so that the next backup that has its content keeps it anew. */
  async isWhole(hash: string): Promise<boolean> {
    try {
      for await (const _ of this.read(hash));
      return true;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'data-corrupt')) throw error;
      const path = this.#pathOf(hash);
      if (this.#names.delete(hash)) this.files.rename(path, `${path}${DAMAGED}`);
      return false;
    }
  }

  /** Brings an object of another store here, byte for byte, and proves it. */
  async copy(from: ObjectStore, hash: string): Promise<void> {
    if (this.has(hash)) return;
    const name = from.#names.get(hash);
    const path = from.#pathOf(hash);
    const bytes = this.files.facts(path)?.bytes;
    if (name === undefined || bytes === undefined) throw damaged(hash);
    const pieces = piecesOfPart(this.files, dirname(path), { path: name, bytes });
    await this.#write(hash, name.endsWith(PACKED) ? PACKED : '', pieces);
  }

  /** Takes one away that nothing names any more. */
  remove(hash: string): void {
    const path = this.#pathOf(hash);
    this.#names.delete(hash);
    this.files.remove(path);
  }

  /** When it was kept, epoch ms by the disk's clock. */
  keptAt(hash: string): number {
    return this.files.found(this.#pathOf(hash))?.writtenAt ?? 0;
  }

  /** Takes away what was being written when the app ended. @param before epoch ms by the disk's clock */
  removeLeftovers(before: number): void {
    const parts = this.files.list(this.folder).filter((name) => /^[0-9a-f]{2}$/.test(name));
    for (const folder of [this.folder, ...parts.map((part) => join(this.folder, part))])
      for (const name of this.files.list(folder)) {
        const path = join(folder, name);
        if (LEFTOVER.test(name) && (this.files.found(path)?.writtenAt ?? Infinity) < before) this.files.remove(path);
      }
  }

  /** Makes the names of everything kept since last. A manifest may name them from here on. */
  async sync(): Promise<void> {
    // A program that was killed may have named objects, which are used from now on, and synced none of their folders.
    if (!this.#isFirm)
      for (const name of this.files.list(this.folder))
        if (/^[0-9a-f]{2}$/.test(name)) this.#unsynced.add(join(this.folder, name));
    this.#isFirm = true;
    if (this.#unsynced.size === 0) return;
    for (const folder of this.#unsynced) await this.files.syncFolderAsync(folder);
    this.#unsynced.clear();
    await this.files.syncFolderAsync(this.folder);
    await this.files.syncFolderAsync(dirname(this.folder));
    await this.files.syncFolderAsync(dirname(dirname(this.folder)));
  }

  #pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), this.#names.get(hash) ?? hash);
  }

  async *#readFile(path: string, isPacked: boolean, expected: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    if (isPacked) {
      const packed = readWhole(this.files, path);
      if (packed === null || packed.length > 2 * MAX_COMPRESSED) throw damaged(expected);
      const bytes = await expand(packed, { maxOutputLength: MAX_COMPRESSED }).catch((cause: unknown) => {
        throw damaged(expected, cause);
      });
      hash.update(bytes);
      if (hash.digest('hex') !== expected) throw damaged(expected);
      yield bytes;
      return;
    }
    const bytes = this.files.facts(path)?.bytes;
    if (bytes === undefined) throw damaged(expected);
    for (const piece of piecesOfPart(this.files, dirname(path), {
      path: path.slice(dirname(path).length + 1),
      bytes,
    })) {
      hash.update(piece);
      yield piece;
      await breathe();
    }
    if (hash.digest('hex') !== expected) throw damaged(expected);
  }

  async #write(hash: string, ending: string, pieces: Iterable<Uint8Array>): Promise<void> {
    const folder = join(this.folder, hash.slice(0, 2));
    this.files.makeFolder(folder);
    const temp = tempName(join(folder, hash));
    await this.#writeTemp(temp, pieces);
    try {
      await this.#settle(temp, hash, ending);
    } catch (error) {
      this.#tidy(temp);
      throw error;
    }
  }

  async #writeTemp(temp: string, pieces: Iterable<Uint8Array>): Promise<void> {
    const fd = this.files.open(temp, 'wx');
    try {
      let offset = 0;
      let synced = 0;
      for (const piece of pieces) {
        await writeAllAsync(this.files, fd, piece, offset);
        offset += piece.length;
        if (offset - synced < SYNC_EVERY_BYTES) continue;
        await this.files.sync(fd);
        synced = offset;
      }
      await this.files.sync(fd);
    } catch (error) {
      this.#tidy(temp);
      throw error;
    } finally {
      this.files.close(fd);
    }
  }

  /** Proves what was written, then gives it its name. */
  async #settle(temp: string, hash: string, ending: string): Promise<void> {
    for await (const _ of this.#readFile(temp, ending === PACKED, hash));
    const folder = join(this.folder, hash.slice(0, 2));
    this.files.makeFolder(folder);
    await this.files.renameAsync(temp, join(folder, `${hash}${ending}`));
    this.#names.set(hash, `${hash}${ending}`);
    this.#unsynced.add(folder);
  }

  #tidy(temp: string): void {
    try {
      this.files.remove(temp);
    } catch {
      // The name ends in .tmp and the next sweep takes it away; what failed before counts.
    }
  }
}
