import { resolve } from 'node:path';
import type { Handlers, Input } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import { diskError } from '../disk/disk-error.ts';
import { ARCHIVE_ENDING } from './archive/backup-names.ts';
import type { AutoBackup } from './auto-backup.ts';
import type { Backups } from './backups.ts';
import { checkData } from './check.ts';
import { makeArchive } from './make-archive.ts';
import { mediaOf } from './archive/manifest.ts';
import { mergeFrom } from './merge.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { restoreFrom } from './restore.ts';
import type { LongWork, Step, WorkName } from '../jobs/work.ts';

/** The system's dialog to choose a file or folder; null when the learner closes it. */
export type ChoosePath = (what: Input<'data.choosePath'>['what']) => Promise<string | null>;

type DataHandlers = Pick<
  Handlers,
  | 'data.status'
  | 'data.cancel'
  | 'data.backup'
  | 'data.backups'
  | 'data.restore'
  | 'data.merge'
  | 'data.export'
  | 'data.check'
  | 'data.secondFolder'
  | 'data.choosePath'
>;

/** What the work on the data as a whole is put together from. */
export interface DataParts {
  readonly data: DataFolder;
  readonly backups: Backups;
  readonly auto: AutoBackup;
  readonly work: LongWork;
  readonly clock: Clock;
  readonly choosePath: ChoosePath | undefined;
  /** Where a file lies that the learner names: one that was received by this shell, too. @throws AppError `not-found` */
  readonly pathOf: (path: string) => string;
}

/** Backups, restoring, merging, exporting and checking: one at a time, each with its progress. */
export function createDataService({ data, backups, auto, work, clock, choosePath, pathOf }: DataParts): DataHandlers {
  const run = <T>(what: WorkName, task: (step: Step) => Promise<T>): Promise<T> =>
    work.run(what, (step) =>
      task(step).catch((cause: unknown) => {
        throw diskError(cause, `${what} failed`);
      }),
    );
  return {
    'data.status': async () => ({
      work: work.current && { ...work.current },
      secondFolder: backups.secondFolder,
      backupFailure: auto.failure ?? backups.copyFailure?.code ?? null,
    }),
    'data.cancel': async () => {
      work.cancel();
      return { done: true };
    },
    'data.backup': () => run('backup', (step) => backups.make('asked', step)),
    'data.backups': async () => ({ backups: await backups.list(), stored: await backups.storedBytes() }),
    'data.restore': ({ backup, dryRun = false }) =>
      run('restore', async (step) => {
        const safety = dryRun ? null : (await backups.make('before-restore', step)).name;
        return { ...(await restoreFrom(data, backups.pathOf(backup), dryRun, step)), safety };
      }),
    'data.merge': ({ path, dryRun = false }) =>
      run('merge', async (step) => {
        const safety = dryRun ? null : (await backups.make('before-merge', step)).name;
        return { ...(await mergeFrom(data, pathOf(path), dryRun, step)), safety };
      }),
    'data.export': ({ path }) =>
      run('export', async (step) => {
        const target = resolve(path.endsWith(ARCHIVE_ENDING) ? path : `${path}${ARCHIVE_ENDING}`);
        if (data.files.facts(target) !== null) throw new AppError('path-taken', 'something is there already');
        const manifest = await makeArchive(data, target, 'export', step);
        return {
          path: target,
          bytes: data.files.facts(target)?.bytes ?? 0,
          events: manifest.events,
          reviews: manifest.reviews,
          media: mediaOf(manifest),
        };
      }),
    'data.check': () => run('check', (step) => checkData(data, backups, () => clock.now(), step)),
    'data.secondFolder': async ({ path }) => {
      await backups.setSecondFolder(path).catch((cause: unknown) => {
        throw diskError(cause, 'the second folder could not be set');
      });
      return { path: backups.secondFolder };
    },
    'data.choosePath': async ({ what }) => {
      if (!choosePath) throw new AppError('not-reachable', 'this shell has no dialog');
      return { path: await choosePath(what) };
    },
  };
}
