import type { BACKUP_REASONS } from '../../api/data-methods.ts';
import type { Files } from '../disk/files.ts';
import { join } from 'node:path';

export type BackupReason = (typeof BACKUP_REASONS)[number];
export const ARCHIVE_ENDING = '.jamdai.zip';
const NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-[a-z-]+(?:-\d+)?\.jamdai\.zip$/;

/** `2026-11-28T03-10-00Z-automatic.jamdai.zip`, with a number behind where that is taken. @param at epoch ms */
export function backupName(files: Files, folder: string, at: number, reason: BackupReason): string {
  const time = `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  for (let n = 1; ; n++) {
    const name = `${time}-${reason}${n === 1 ? '' : `-${n}`}${ARCHIVE_ENDING}`;
    if (files.facts(join(folder, name)) === null) return name;
  }
}

/** When a backup was made by its name, epoch ms; null for another file. */
export function backupTime(name: string): number | null {
  const [, time] = NAME.exec(name) ?? [];
  return time === undefined ? null : Date.parse(time.replace(/T(\d\d)-(\d\d)-(\d\d)Z/, 'T$1:$2:$3Z'));
}

/** Backups in a folder, newest first. */
export function backupsIn(files: Files, folder: string): { name: string; at: number }[] {
  return files
    .list(folder)
    .flatMap((name) => {
      const at = backupTime(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}
