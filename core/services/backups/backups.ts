import { join } from 'node:path';
import type { Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { diskError } from '../disk/disk-error.ts';
import { makeLastingFolder } from '../disk/lasting-folder.ts';
import type { Clock } from '../ports.ts';
import { readDevice } from '../store/journal/device.ts';
import { backupsIn, type BackupReason } from './archive/backup-names.ts';
import { BackupPlace } from './kept/backup-place.ts';
import { keepBackup } from './kept/keep-backup.ts';
import type { DataFolder } from './folder/data-folder.ts';
import type { Reached } from './folder/read-folder.ts';
import { readBackups, verifyObjects, type BackupFacts } from './read-backups.ts';
import { copyBackup, setSecondFolder } from './second-folder.ts';
import { thin } from './thin.ts';
import { Unprotected } from './unprotected.ts';
import type { Step } from '../jobs/work.ts';

export type Backup = Output<'data.backups'>['backups'][number];
export type MadeBackup = Output<'data.backup'>;

/** The backups of a data folder: made, copied to a second place, listed, thinned. */
export class Backups {
  readonly folder: string;
  /** What no backup holds yet. */
  readonly unprotected = new Unprotected();
  /** Why the last copy to the second folder failed: it may be unplugged, which must not stop what the backup was made for. */
  copyFailure: AppError | null = null;

  constructor(
    private readonly data: DataFolder,
    private readonly clock: Clock,
  ) {
    this.folder = join(data.dataDir, 'backups');
  }

  get secondFolder(): string | null {
    return readDevice(this.data.files, this.data.dataDir)?.secondFolder ?? null;
  }

  /** Where backups are copied to as well; '' ends it. @throws AppError as `setSecondFolder` of second-folder.ts */
  setSecondFolder(path: string): Promise<void> {
    return setSecondFolder(this.data, path);
  }

  /** Makes one, proves it, copies it to the second folder, and only then drops what is not needed any more. */
  async make(reason: BackupReason, step: Step): Promise<MadeBackup> {
    const { files, dataDir } = this.data;
    makeLastingFolder(files, dataDir, this.folder);
    const place = new BackupPlace(files, this.folder);
    let takeBack: () => void = () => undefined;
    try {
      const onCut = () => void (takeBack = this.unprotected.held());
      const { manifest, leftOut } = await keepBackup(this.data, place, reason, onCut, step);
      const name = await place.write(manifest, reason);
      // It is made from here on, whatever becomes of its copy and of older ones.
      takeBack = () => undefined;
      this.copyFailure = await this.#copy(place, name, reason).then(
        () => null,
        (cause: unknown) => diskError(cause, 'the copy in the second folder failed'),
      );
      await thin(files, place, manifest.device.id, this.clock.now(), name, false);
      const { at, bytes, events, reviews, media } = manifest;
      return { name, at, reason, bytes, events, reviews, media, place: 'data-folder', leftOut: [...leftOut] };
    } catch (error) {
      takeBack();
      throw error;
    }
  }

  /** Newest first; one that can not be read or lacks something is left out (`data.check` names it). */
  async list(): Promise<Backup[]> {
    const here = await this.#goodIn(this.folder);
    const known = new Set(here.map(({ name }) => name));
    const second = this.secondFolder;
    const there = second === null ? [] : (await this.#goodIn(second)).filter(({ name }) => !known.has(name));
    return [
      ...here.map((facts) => listed(facts, 'data-folder')),
      ...there.map((facts) => listed(facts, 'second-folder')),
    ].sort((a, b) => b.at - a.at);
  }

  /** How far the backup of this folder reaches that holds most; null where there is none. */
  async bestReached(): Promise<Reached | null> {
    const good = await this.#goodIn(this.folder);
    return (
      good.reduce<BackupFacts | null>((best, one) => (one.events > (best?.events ?? -1) ? one : best), null)?.reached ??
      null
    );
  }

  /** Bytes that all backups in the data folder take on the disk. */
  async storedBytes(): Promise<number> {
    let bytes = 0;
    for (const name of this.data.files.list(this.folder)) {
      const facts = this.data.files.facts(join(this.folder, name));
      if (facts?.folder === false) bytes += facts.bytes;
    }
    return bytes + (await new BackupPlace(this.data.files, this.folder).objects.storedBytes());
  }

  /** Reads all backups in the data folder again, with all they are made of; names of those that are damaged or lack something. */
  async damaged(step: Step): Promise<string[]> {
    const place = new BackupPlace(this.data.files, this.folder);
    await verifyObjects(place, step);
    return (await readBackups(this.data.files, place)).damaged;
  }

  /** The path of a backup by its name; anything else is a path already. */
  pathOf(nameOrPath: string): string {
    for (const folder of [this.folder, this.secondFolder]) {
      if (folder !== null && backupsIn(this.data.files, folder).some(({ name }) => name === nameOrPath))
        return join(folder, nameOrPath);
    }
    return nameOrPath;
  }

  async #goodIn(folder: string): Promise<BackupFacts[]> {
    return (await readBackups(this.data.files, new BackupPlace(this.data.files, folder))).good;
  }

  async #copy(place: BackupPlace, name: string, reason: BackupReason): Promise<void> {
    const second = this.secondFolder;
    if (second === null) return;
    const manifest = place.read(name);
    const there = await copyBackup(this.data.files, place, name, manifest, reason, second);
    await thin(this.data.files, there, manifest.device.id, this.clock.now(), name, true);
  }
}

const listed = ({ name, at, reason, bytes, events, reviews, media }: BackupFacts, place: Backup['place']): Backup => ({
  name,
  at,
  reason,
  bytes,
  events,
  reviews,
  media,
  place,
});
