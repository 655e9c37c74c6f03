import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';
import type { ChoosePath } from '../core/services/backups/data-service.ts';
import { ARCHIVE_ENDING, BACKUP_ENDING } from '../core/services/backups/archive/backup-names.ts';
import type { Clock } from '../core/services/ports.ts';

const ARCHIVES = [{ name: 'Jamdai', extensions: [ARCHIVE_ENDING.slice(1), 'zip', BACKUP_ENDING.slice(1), 'json'] }];
const DECKS = [
  {
    name: 'Anki, Markdown, …',
    extensions: 'apkg colpkg anki2 anki21 csv tsv xlsx txt md markdown mochi zip xml db'.split(' '),
  },
  { name: '*', extensions: ['*'] },
];
const OPEN: Record<
  'merge-folder' | 'archive' | 'second-folder' | 'sync-folder' | 'import-file' | 'course-folder',
  OpenDialogOptions
> = {
  'import-file': { properties: ['openFile'], filters: DECKS },
  'course-folder': { properties: ['openDirectory'] },
  'merge-folder': { properties: ['openDirectory'] },
  archive: { properties: ['openFile'], filters: ARCHIVES },
  'second-folder': { properties: ['openDirectory', 'createDirectory'] },
  'sync-folder': { properties: ['openDirectory', 'createDirectory'] },
};

/** The system's dialogs. @param parent the window they belong to, which waits for them */
export function createChoosePath(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  parent: () => BrowserWindow | undefined,
  clock: Clock,
): ChoosePath {
  return async (what) => {
    const window = parent();
    if (what === 'export' || what === 'deck-export') {
      const options =
        what === 'export' ? { defaultPath: `jamdai-${localDate(clock)}${ARCHIVE_ENDING}`, filters: ARCHIVES } : {};
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    }
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, OPEN[what])
      : dialog.showOpenDialog(OPEN[what]));
    return canceled ? null : (filePaths[0] ?? null);
  };
}

/** The date on the learner's calendar now, as 2026-11-28. */
function localDate(clock: Clock): string {
  const now = clock.now();
  return new Date(now + clock.utcOffsetMin(now) * 60_000).toISOString().slice(0, 10);
}
