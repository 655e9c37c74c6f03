import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Files } from './files.ts';
import { clearStaging, finishingCommit, freeStagingName } from './finish-staged.ts';
import { foldersAbove } from './lasting-folder.ts';
import { makeMarkedFolder, removeMarkedFolder } from './marked-folder.ts';
import { COMMIT, commitBytes, isInside, type StagedFile } from './staged-commit.ts';
import { replaceFile, writeAll, writeAllAsync } from './whole-file.ts';

/**
 * Files that come into the data folder together: all of them or none, also when the power goes in between. They are
 * written aside first; one small file then says that they are whole, and from there on they are moved to their places, at
 * the next start if need be.
 */
export class StagedFiles {
  readonly #staged: StagedFile[] = [];
  readonly #quarantined: string[] = [];
  #folder: string | null = null;

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {}

  /** Puts one file aside, on the disk. `path`: where it goes, below the data folder. */
  async add(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    if (!isInside(path)) throw new Error(`not a path below the data folder: ${path}`);
    const staged = join(this.#begin(), path);
    this.files.makeFolder(dirname(staged));
    const hash = createHash('sha256');
    let bytes = 0;
    const fd = this.files.open(staged, 'wx');
    try {
      for await (const piece of pieces) {
        await writeAllAsync(this.files, fd, piece, bytes);
        hash.update(piece);
        bytes += piece.length;
      }
      await this.files.sync(fd);
    } finally {
      this.files.close(fd);
    }
    this.#staged.push({ path, proof: { bytes, sha256: hash.digest('hex') } });
  }

  /** The same with a file of this disk that is whole and on it already: it is moved. `from`: where it lies */
  async take(path: string, from: string, proof: StagedFile['proof']): Promise<void> {
    if (!isInside(path)) throw new Error(`not a path below the data folder: ${path}`);
    const staged = join(this.#begin(), path);
    this.files.makeFolder(dirname(staged));
    await this.files.renameAsync(from, staged);
    this.#staged.push({ path, proof });
  }

  /** A file that does not hold any more once the others are in goes to the quarantine with them. */
  quarantine(path: string): void {
    this.#quarantined.push(path);
  }

  /** From here on the files come in whatever happens. */
  async commit(): Promise<void> {
    if (this.#staged.length + this.#quarantined.length === 0) return this.drop();
    const folder = this.#begin();
    // Their names are on the disk before anything says that they are there.
    const holding = new Set(this.#staged.flatMap(({ path }) => foldersAbove(folder, join(folder, path))));
    for (const above of holding) await this.files.syncFolderAsync(above);
    const commit = { staged: this.#staged, aside: this.#quarantined };
    await replaceFile(this.files, join(folder, COMMIT), (fd) => writeAll(this.files, fd, commitBytes(commit), 0));
    const steps = finishingCommit(this.files, this.dataDir, folder, commit);
    while (!steps.next().done) await setImmediate();
  }

  drop(): void {
    if (this.#folder !== null) removeMarkedFolder(this.files, this.#folder);
    this.#folder = null;
  }

  /** The folder appears under its name with its mark in it, so that what is left of it after a crash is known as ours. */
  #begin(): string {
    if (this.#folder !== null) return this.#folder;
    clearStaging(this.files, this.dataDir);
    const marked = makeMarkedFolder(this.files, join(this.dataDir, 'incoming'));
    const folder = freeStagingName(this.files, this.dataDir);
    this.files.rename(marked, folder);
    this.files.syncFolder(this.dataDir);
    this.#folder = folder;
    return folder;
  }
}
