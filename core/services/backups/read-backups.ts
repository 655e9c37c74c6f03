import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Files } from '../disk/files.ts';
import { readManifest } from './archive/archive.ts';
import { backupsIn, type BackupReason, type NamedBackup } from './archive/backup-names.ts';
import type { BackupPlace } from './kept/backup-place.ts';
import { mediaOf } from './archive/manifest.ts';
import type { Reached } from './folder/read-folder.ts';
import type { Step } from '../jobs/work.ts';

/** What a backup says of itself, in whatever form it is kept. */
export interface BackupFacts {
  readonly name: string;
  readonly at: number;
  readonly reason: BackupReason;
  readonly device: string;
  /** Of the files in it; of an archive, its own. */
  readonly bytes: number;
  readonly events: number;
  readonly reviews: number;
  readonly media: number;
  readonly reached: Reached;
}

/** Reads a backup and looks whether it lacks anything. @throws AppError `foreign-data`, `data-too-new`, `data-corrupt` */
async function readBackup(files: Files, place: BackupPlace, { name, device }: NamedBackup): Promise<BackupFacts> {
  if (device !== null) {
    const { at, reason, bytes, events, reviews, media, reached, ...rest } = await place.readWhole(name);
    return { name, at, reason, device: rest.device.id, bytes, events, reviews, media, reached };
  }
  const path = join(place.folder, name);
  const manifest = await readManifest(files, path);
  const { at, events, reviews, reached } = manifest;
  const reason = manifest.reason === 'export' ? 'asked' : manifest.reason;
  const bytes = files.facts(path)?.bytes ?? 0;
  return { name, at, reason, device: manifest.device.id, bytes, events, reviews, media: mediaOf(manifest), reached };
}

/** The backups of a folder that lack nothing, and the names of the others; newest first. */
export async function readBackups(
  files: Files,
  place: BackupPlace,
): Promise<{ good: BackupFacts[]; damaged: string[] }> {
  const good: BackupFacts[] = [];
  const damaged: string[] = [];
  for (const backup of backupsIn(files, place.folder))
    try {
      good.push(await readBackup(files, place, backup));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      damaged.push(backup.name);
    }
  return { good, damaged };
}

/**
 * Reads every object again that any backup of the folder names, each once. What is damaged is set aside, so that the next
 * backup keeps it anew where its content is still there.
 */
export async function verifyObjects(place: BackupPlace, step: Step): Promise<void> {
  const hashes = [...place.objects.all];
  for (const [i, hash] of hashes.entries()) {
    await place.objects.isWhole(hash);
    step(i, hashes.length);
  }
}
