import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFiles } from '../disk/files.ts';
import { watchFolders } from './folder-watch.ts';
import { CARD_FILE } from './part-card.ts';
import { SYNC_NAME, type PartName, type SyncFile, type SyncStore } from './sync-store.ts';

/** What of a learner's folder is ours. */
const SYNC_FOLDER = 'jamdai-sync';
const PIECE = 256 << 10;
/** What `#temp` makes: no name of a file that is told. */
const TEMP = /^\.?[a-z0-9][a-z0-9._-]*\.\d+-\d+\.tmp$/;
/** A temp file as old as this was left by a crash. */
const LEFT_AFTER_MS = 3_600_000;
/** What disks without a sync of folders say, some network drives among them. */
const NO_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EACCES', 'EBADF']);

let temps = 0;

/** A sync folder whose files are what is written, readable by everyone who has it. */
export class PlainStore implements SyncStore {
  readonly #root: string;

  /** @param folder the learner's; it must be there, and `jamdai-sync` is made in it */
  constructor(private readonly folder: string) {
    this.#root = join(folder, SYNC_FOLDER);
  }

  async parts(): Promise<PartName[]> {
    // An unplugged disk is missing; one that was just chosen is only empty.
    if (!(await stat(this.folder)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
    const found = await entriesOf(this.#root);
    return found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  async list(part: PartName): Promise<SyncFile[]> {
    const files: SyncFile[] = [];
    for (const entry of await entriesOf(this.#in(part))) {
      if (!entry.isFile() || TEMP.test(entry.name)) continue;
      const facts = await factsOf(join(this.#in(part), entry.name));
      if (facts)
        files.push({ name: entry.name, bytes: facts.size, stamp: `${facts.mtimeMs}-${facts.size}-${facts.ino}` });
    }
    return files;
  }

  async *read(part: PartName, name: string): AsyncGenerator<Buffer> {
    for await (const piece of createReadStream(join(this.#in(part), name), { highWaterMark: PIECE }))
      yield piece as Buffer;
  }

  async write(part: PartName, name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    if (!SYNC_NAME.test(name)) throw new Error(`not a name for every system: ${name}`);
    const folder = this.#in(part);
    await mkdir(folder, { recursive: true });
    const temp = join(folder, `.${name}.${process.pid}-${++temps}.tmp`);
    try {
      const file = await open(temp, 'wx');
      try {
        for await (const piece of pieces) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temp, join(folder, name));
    } catch (error) {
      await rm(temp, { force: true }).catch(() => undefined);
      throw error;
    }
    // What was renamed before it is made to last with it.
    if (name === CARD_FILE) await syncFolder(folder);
  }

  async remove(part: PartName, name: string): Promise<void> {
    await rm(join(this.#in(part), name), { force: true });
  }

  watch(changed: () => void): () => void {
    return watchFolders(this.folder, this.#root, changed);
  }

  async tidy(part: PartName): Promise<void> {
    for (const { name } of await entriesOf(this.#in(part))) {
      if (!TEMP.test(name)) continue;
      const path = join(this.#in(part), name);
      const facts = await factsOf(path);
      if (facts && Date.now() - facts.mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true });
    }
  }

  #in(part: PartName): string {
    if (part === '' || part === '.' || part === '..' || /[/\\\0]/.test(part)) throw new Error(`not a part: ${part}`);
    return join(this.#root, part);
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

const entriesOf = (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });

const factsOf = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });

async function syncFolder(folder: string): Promise<void> {
  try {
    await nodeFiles.syncFolderAsync(folder);
  } catch (error) {
    if (!NO_SYNC.has(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}
