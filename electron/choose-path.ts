import type { Dialog, OpenDialogOptions } from 'electron';
import type { ChoosePath } from '../core/services/backups/data-service.ts';
import { ARCHIVE_ENDING, BACKUP_ENDING } from '../core/services/backups/backup-names.ts';

const ARCHIVES = [{ name: 'Jamdai', extensions: [ARCHIVE_ENDING.slice(1), 'zip', BACKUP_ENDING.slice(1), 'json'] }];
const OPEN: Record<'merge-folder' | 'archive' | 'second-folder', OpenDialogOptions> = {
  'merge-folder': { properties: ['openDirectory'] },
  archive: { properties: ['openFile'], filters: ARCHIVES },
  'second-folder': { properties: ['openDirectory', 'createDirectory'] },
};

/** The system's dialogs. @param today names an export, as 2026-11-28 */
export function createChoosePath(
  { showOpenDialog, showSaveDialog }: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  today: () => string,
): ChoosePath {
  return async (what) => {
    if (what === 'export') {
      const { canceled, filePath } = await showSaveDialog({
        defaultPath: `jamdai-${today()}${ARCHIVE_ENDING}`,
        filters: ARCHIVES,
      });
      return canceled || filePath === '' ? null : filePath;
    }
    const { canceled, filePaths } = await showOpenDialog(OPEN[what]);
    return canceled ? null : (filePaths[0] ?? null);
  };
}
