import { join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { breathe } from '../../jobs/slices.ts';
import { readWhole, replaceFile, writeAll } from '../../disk/whole-file.ts';
import { backupName, keptIn, type BackupReason } from '../archive/backup-names.ts';
import { KeptLists } from './kept-list.ts';
import { encodeKept, readKept, type KeptManifest } from './kept-manifest.ts';
import { ObjectStore } from './object-store.ts';

/** A folder with backups, and the objects they are made of. What was read of it holds for one piece of work. */
export class BackupPlace {
  readonly objects: ObjectStore;
  readonly lists: KeptLists;
  readonly #manifests = new Map<string, KeptManifest>();

  constructor(
    readonly files: Files,
    readonly folder: string,
  ) {
    this.objects = new ObjectStore(files, folder);
    this.lists = new KeptLists(this.objects);
  }

  /** Names of the backups here, newest first. */
  get names(): string[] {
    return keptIn(this.files, this.folder).map(({ name }) => name);
  }

  /** @throws AppError `foreign-data`, `data-too-new`, `data-corrupt`; errors of the disk */
  read(name: string): KeptManifest {
    const known = this.#manifests.get(name) ?? readKept(this.files, join(this.folder, name));
    this.#manifests.set(name, known);
    return known;
  }

  /** Every object a backup is made of. @throws AppError `data-corrupt` where the list of its files is missing or damaged */
  async objectsOf(manifest: KeptManifest): Promise<Set<string>> {
    const all = new Set([manifest.rest, ...manifest.list.objects]);
    for (const { objects } of [...manifest.files, ...(await this.lists.read(manifest.list))])
      for (const hash of objects) all.add(hash);
    return all;
  }

  /** Reads a backup and looks whether all of its objects are there. @throws AppError `data-corrupt` where one is missing */
  async readWhole(name: string): Promise<KeptManifest> {
    const manifest = this.read(name);
    for (const hash of await this.objectsOf(manifest))
      if (!this.objects.has(hash))
        throw new AppError('data-corrupt', `${name}: object ${hash} is missing`, { file: name });
    return manifest;
  }

  /** Writes a manifest under a name that nothing has, once all it names is on the disk. Returns the name. */
  async write(manifest: KeptManifest, reason: BackupReason): Promise<string> {
    await this.objects.sync();
    for (;;) {
      const name = backupName(this.files, this.folder, manifest.at, reason, manifest.device.id);
      if (await this.writeAs(name, manifest)) return name;
    }
  }

  /** False, and nothing was written, where something has the name. */
  async writeAs(name: string, manifest: KeptManifest): Promise<boolean> {
    const path = join(this.folder, name);
    try {
      // Nobody else can have the name from here on; a crash leaves an empty file, which is no backup.
      this.files.close(this.files.open(path, 'wx'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    const bytes = encodeKept(manifest);
    try {
      await replaceFile(this.files, path, (fd) => writeAll(this.files, fd, bytes, 0));
      if (readWhole(this.files, path)?.equals(bytes) !== true)
        throw Object.assign(new Error('the disk does not hold what was written'), { code: 'EIO' });
    } catch (error) {
      if (this.files.facts(path)?.bytes === 0) this.files.remove(path);
      throw error;
    }
    this.#manifests.set(name, manifest);
    return true;
  }

  /**
   * Takes away objects that no backup here names, of whatever device, and what was left half written. Where one backup can
   * not be read nothing is taken away: who knows what it names.
   * @param keptBefore only objects kept before this, epoch ms: another computer may be about to name newer ones
   */
  async sweep(keptBefore = Infinity): Promise<void> {
    const named = new Set<string>();
    for (const name of this.names) {
      try {
        for (const hash of await this.objectsOf(this.read(name))) named.add(hash);
      } catch (error) {
        if (error instanceof AppError) return;
        throw error;
      }
      await breathe();
    }
    for (const hash of [...this.objects.all])
      if (!named.has(hash) && this.objects.keptAt(hash) < keptBefore) this.objects.remove(hash);
    this.objects.removeLeftovers(keptBefore);
  }
}
