import { join, relative, resolve } from 'node:path';
import type { Output } from '../../api/contract.ts';
import { backupsToDrop } from '../../domain/backup-thinning.ts';
import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import { readDevice, writeDevice } from '../store/journal/device.ts';
import { diskError } from '../disk/disk-error.ts';
import { breathe } from '../disk/slices.ts';
import { readWhole, replaceFile, tempName, writeAll } from '../disk/whole-file.ts';
import { readManifest } from './archive.ts';
import { backupName, backupsIn, type BackupReason } from './backup-names.ts';
import { piecesOfPart } from './folder-parts.ts';
import { makeArchive } from './make-backup.ts';
import { mediaOf, type Manifest } from './manifest.ts';
import type { DataFolder } from './merge.ts';
import type { Step } from './work.ts';

export type Backup = Output<'data.backup'>;

/** The backups of a data folder: made, copied to a second place, listed, thinned. */
export class Backups {
  readonly folder: string;
  /** Why the last copy to the second folder failed: it may be unplugged, which must not stop what the backup was made for. */
  copyFailure: AppError | null = null;
  readonly #manifests = new Map<string, Manifest>();

  constructor(
    private readonly at: DataFolder,
    private readonly clock: Clock,
  ) {
    this.folder = join(at.dataDir, 'backups');
  }

  /** When the newest was made, epoch ms, or null. */
  get newestAt(): number | null {
    return backupsIn(this.at.files, this.folder)[0]?.at ?? null;
  }

  get secondFolder(): string | null {
    return readDevice(this.at.files, this.at.dataDir)?.secondFolder ?? null;
  }

  /** @throws AppError `not-found`, `bad-input` for a folder inside the data folder, `disk-refused` where it can not be written */
  async setSecondFolder(path: string): Promise<void> {
    const { files, dataDir, store } = this.at;
    const device = readDevice(files, dataDir) ?? { id: store.device, name: '' };
    const { secondFolder: _, ...bare } = device;
    if (path === '') return writeDevice(files, dataDir, bare);
    if (!files.facts(path)?.folder) throw new AppError('not-found', 'no such folder', { what: 'folder' });
    const way = relative(resolve(dataDir), resolve(path));
    if (!way.startsWith('..') && resolve(way) !== way)
      throw new AppError('bad-input', 'inside the data folder', {
        method: 'data.secondFolder',
        field: 'path',
        reason: 'inside',
      });
    const probe = tempName(join(path, 'jamdai'));
    try {
      files.close(files.open(probe, 'wx'));
      files.remove(probe);
    } catch (cause) {
      throw diskError(cause, 'the second folder can not be written');
    }
    await writeDevice(files, dataDir, { ...bare, secondFolder: resolve(path) });
  }

  /** Makes one, proves it, copies it to the second folder, and only then drops what is not needed any more. */
  async make(reason: BackupReason, step: Step): Promise<Backup> {
    const { files } = this.at;
    files.makeFolder(this.folder);
    await files.syncFolderAside(this.at.dataDir);
    const name = backupName(files, this.folder, this.clock.now(), reason);
    const manifest = await makeArchive(this.at, join(this.folder, name), reason, step);
    this.#manifests.set(join(this.folder, name), manifest);
    this.copyFailure = await this.#copy(name).then(
      () => null,
      (cause: unknown) => diskError(cause, 'the copy in the second folder failed'),
    );
    this.#thin(this.folder);
    return this.#told(name, manifest, 'data-folder');
  }

  /** Newest first; one that can not be read is left out (`data.check` names it). */
  async list(): Promise<Backup[]> {
    const second = this.secondFolder;
    const here = backupsIn(this.at.files, this.folder);
    const known = new Set(here.map(({ name }) => name));
    const there = second === null ? [] : backupsIn(this.at.files, second).filter(({ name }) => !known.has(name));
    const told: Backup[] = [];
    for (const { name } of here)
      await this.#manifestOf(join(this.folder, name)).then(
        (manifest) => told.push(this.#told(name, manifest, 'data-folder')),
        () => undefined,
      );
    for (const { name } of there)
      await this.#manifestOf(join(second!, name)).then(
        (manifest) => told.push(this.#told(name, manifest, 'second-folder')),
        () => undefined,
      );
    return told.sort((a, b) => b.at - a.at);
  }

  /** The path of a backup by its name; anything else is a path already. */
  pathOf(nameOrPath: string): string {
    for (const folder of [this.folder, this.secondFolder]) {
      if (folder !== null && backupsIn(this.at.files, folder).some(({ name }) => name === nameOrPath))
        return join(folder, nameOrPath);
    }
    return nameOrPath;
  }

  /** Names of backups in the data folder that can not be read. */
  async damaged(): Promise<string[]> {
    const names: string[] = [];
    for (const { name } of backupsIn(this.at.files, this.folder))
      await readManifest(this.at.files, join(this.folder, name)).catch(() => names.push(name));
    return names;
  }

  async #manifestOf(path: string): Promise<Manifest> {
    const known = this.#manifests.get(path) ?? (await readManifest(this.at.files, path));
    this.#manifests.set(path, known);
    return known;
  }

  #told(name: string, manifest: Manifest, place: Backup['place']): Backup {
    const folder = place === 'data-folder' ? this.folder : this.secondFolder!;
    const { at, events, reviews } = manifest;
    const reason = manifest.reason === 'export' ? 'asked' : manifest.reason;
    return {
      name,
      at,
      reason,
      bytes: this.at.files.facts(join(folder, name))?.bytes ?? 0,
      events,
      reviews,
      media: mediaOf(manifest),
      place,
    };
  }

  async #copy(name: string): Promise<void> {
    const second = this.secondFolder;
    if (second === null) return;
    const { files } = this.at;
    const [source, target] = [join(this.folder, name), join(second, name)];
    const bytes = files.facts(source)?.bytes ?? 0;
    await replaceFile(files, target, async (fd) => {
      let end = 0;
      for (const piece of piecesOfPart(files, this.folder, { path: name, bytes })) {
        writeAll(files, fd, piece, end);
        end += piece.length;
        await breathe();
      }
    });
    if (!readWhole(files, target)?.equals(readWhole(files, source)!))
      throw new AppError('disk-refused', 'the copy in the second folder is not the same', { reason: 'EIO' });
    this.#thin(second);
  }

  #thin(folder: string): void {
    const all = backupsIn(this.at.files, folder);
    const drop = new Set(
      backupsToDrop(
        all.map(({ at }) => at),
        this.clock.now(),
      ),
    );
    for (const { name, at } of all) if (drop.has(at)) this.at.files.remove(join(folder, name));
  }
}
