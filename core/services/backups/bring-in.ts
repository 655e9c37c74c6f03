import { basename, join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import type { Files } from '../disk/files.ts';
import { StagedFiles } from '../disk/staged.ts';
import type { Step } from '../jobs/work.ts';
import type { Brought } from '../store/brought.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { bringInRead } from './merge.ts';
import { missingLibrary } from './take-in.ts';

/** What an import was laid down as: a folder in the form of the data folder, on the same disk and synced. */
export interface LaidDown {
  readonly folder: string;
  /** Its journal, and what the events of that make. */
  readonly journal: {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly brought: Brought;
  };
}

/**
 * Takes in what an import laid down, as if a device brought it (see `store/journal/brought-journal.ts`): its journal, packs and media
 * come in together or not at all. What it is need not be read again, and its files are moved.
 * @throws AppError `cancelled` before anything was changed; `import-unreadable` where there is no place for another device, with
 * nothing changed; errors of the disk
 */
export async function bringIn(data: DataFolder, laid: LaidDown, step: Step): Promise<void> {
  const { files, dataDir, store } = data;
  const { brought } = laid.journal;
  const { device } = brought;
  if (files.facts(join(dataDir, 'journal', device)) !== null) return void (await bringInRead(data, laid.folder, step));
  await store.changeFiles(async ({ covered }) => {
    if (covered.length >= MAX_DEVICES - 1)
      throw new AppError('import-unreadable', 'no place for another device', { why: 'too-many', place: 'imports' });
    await takeLaid(files, dataDir, laid, step);
    return {
      result: undefined,
      change: 'appended',
      added: { events: brought.covered.seq, negations: [], brought },
    };
  });
}

async function takeLaid(files: Files, dataDir: string, { folder, journal }: LaidDown, step: Step): Promise<void> {
  const staged = new StagedFiles(files, dataDir);
  try {
    const { file, bytes, sha256, brought } = journal;
    const path = `journal/${brought.device}/${file}`;
    await staged.take(path, join(folder, path), { bytes, sha256 });
    const library = missingLibrary(files, dataDir, folder);
    for (const [i, { part, path: to }] of library.entries()) {
      step(i, library.length);
      // A pack and a medium are called by their hash.
      const proof = { bytes: part.bytes, sha256: basename(part.path).slice(0, 64) };
      await staged.take(to, join(folder, part.path), proof);
    }
    step(1, 1);
  } catch (error) {
    staged.drop();
    throw error;
  }
  await staged.commit();
}
