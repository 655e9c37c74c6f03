import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { UNPACKED } from '../backups/folder/ordered-copy.ts';
import { diskError } from '../disk/disk-error.ts';
import type { Files } from '../disk/files.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { writeAll } from '../disk/whole-file.ts';

const SCHEME = 'received:';
/** Files that are kept at once; the oldest goes. */
const MOST = 8;

interface Receiving {
  readonly folder: string;
  readonly path: string;
  bytes: number;
  isWhole: boolean;
}

/** Files that came in pieces from a shell that knows no paths. They lie in the data folder as long as this run lasts. */
export class Received {
  readonly #files = new Map<string, Receiving>();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {}

  /** @throws AppError `not-found` for a file that is not being received; errors of the disk */
  take({ id, name, piece, isLast }: Input<'library.receive'>): Output<'library.receive'> {
    const key = id ?? this.#begin(name);
    const file = this.#files.get(key);
    if (!file || file.isWhole)
      throw new AppError('not-found', 'no file is being received by this name', { what: 'file' });
    try {
      const bytes = Buffer.from(piece, 'base64');
      const fd = this.files.open(file.path, 'append');
      try {
        writeAll(this.files, fd, bytes, file.bytes);
      } finally {
        this.files.close(fd);
      }
      file.bytes += bytes.length;
    } catch (cause) {
      this.#drop(key);
      throw diskError(cause, 'the file could not be kept');
    }
    file.isWhole = isLast;
    return { id: key, path: isLast ? `${SCHEME}${key}/${name}` : null };
  }

  /** The path on the disk that is meant. @throws AppError `not-found` for a file of an earlier run */
  pathOf(path: string): string {
    if (!path.startsWith(SCHEME)) return path;
    const file = this.#files.get(path.slice(SCHEME.length).split('/')[0]!);
    if (!file?.isWhole)
      throw new AppError('not-found', 'this file is not here any more: choose it again', { what: 'file' });
    return file.path;
  }

  /** What the learner calls it; undefined for a file of the disk. */
  nameOf(path: string): string | undefined {
    return path.startsWith(SCHEME) ? path.slice(path.indexOf('/') + 1) : undefined;
  }

  /** Removes what was received. */
  close(): void {
    for (const key of [...this.#files.keys()]) this.#drop(key);
  }

  #begin(name: string): string {
    for (const old of this.#files.keys()) if (this.#files.size >= MOST) this.#drop(old);
    const key = randomUUID();
    const folder = makeMarkedFolder(this.files, join(this.dataDir, UNPACKED));
    // Only its ending matters to who reads it; the name itself may be any.
    const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
    const path = join(folder, `received${ending.toLowerCase()}`);
    this.files.close(this.files.open(path, 'wx'));
    this.#files.set(key, { folder, path, bytes: 0, isWhole: false });
    return key;
  }

  #drop(key: string): void {
    const file = this.#files.get(key);
    this.#files.delete(key);
    if (file) removeMarkedFolder(this.files, file.folder);
  }
}
