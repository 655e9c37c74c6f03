import type { BrowserWindow, Dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import { AppError } from '../core/domain/errors.ts';
import { diskError } from '../core/services/disk/disk-error.ts';
import type { SavePdf } from '../core/services/ports.ts';

/**
 * Makes a PDF of what the window would print, where the learner wants it. @param shown the window whose page it is
 * @throws AppError `disk-full`, `disk-refused` where it can not be written, `not-reachable` without a window
 */
export function createSavePdf(dialog: Pick<Dialog, 'showSaveDialog'>, shown: () => BrowserWindow | undefined): SavePdf {
  return async (name) => {
    const window = shown();
    if (!window) throw new AppError('not-reachable', 'no window to print');
    const filters = [{ name: 'PDF', extensions: ['pdf'] }];
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: `${name}.pdf`, filters });
    if (canceled || filePath === '') return false;
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
    try {
      await writeFile(filePath, pdf);
    } catch (cause) {
      throw diskError(cause, 'the PDF could not be written');
    }
    return true;
  };
}
