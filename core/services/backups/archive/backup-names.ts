import type { BACKUP_REASONS } from '../../../api/data-methods.ts';
import type { Files } from '../../disk/files.ts';
import { join } from 'node:path';

export type BackupReason = (typeof BACKUP_REASONS)[number];
export const ARCHIVE_ENDING = '.jamdai.zip';
export const BACKUP_ENDING = '.jamdai.json';
const TIME = String.raw`(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)`;
const NAME = new RegExp(String.raw`^${TIME}-[a-z-]+-([a-z0-9]{6,40})(?:-\d+)?\.jamdai\.json$`);
/** Backups that are archives, as they were made once. */
const ARCHIVE_NAME = new RegExp(String.raw`^${TIME}-[a-z-]+(?:-\d+)?\.jamdai\.zip$`);

/** `2026-11-28T03-10-00Z-automatic-<device>.jamdai.json`, with a number behind where that is taken. @param at epoch ms */
export function backupName(files: Files, folder: string, at: number, reason: BackupReason, device: string): string {
  const time = `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  for (let n = 1; ; n++) {
    const name = `${time}-${reason}-${device}${n === 1 ? '' : `-${n}`}${BACKUP_ENDING}`;
    if (files.facts(join(folder, name)) === null) return name;
  }
}

/** A backup by its name. */
export interface NamedBackup {
  readonly name: string;
  /** When it was made by the clock of its device, epoch ms. */
  readonly at: number;
  /** Null for an archive, which does not name it. */
  readonly device: string | null;
}

const epochOf = (time: string): number => Date.parse(time.replace(/T(\d\d)-(\d\d)-(\d\d)Z/, 'T$1:$2:$3Z'));

function named(name: string): NamedBackup | null {
  const [, time, device] = NAME.exec(name) ?? ARCHIVE_NAME.exec(name) ?? [];
  const at = time === undefined ? NaN : epochOf(time);
  return Number.isNaN(at) ? null : { name, at, device: device ?? null };
}

/** Backups in a folder, newest first; an empty file is one that was never written. */
export function backupsIn(files: Files, folder: string): NamedBackup[] {
  return files
    .list(folder)
    .map(named)
    .filter((backup) => backup !== null)
    .filter(({ name }) => {
      const found = files.found(join(folder, name));
      return found?.kind === 'file' && found.bytes > 0;
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** The same without archives. */
export const keptIn = (files: Files, folder: string): NamedBackup[] =>
  backupsIn(files, folder).filter(({ device }) => device !== null);
