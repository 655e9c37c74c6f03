import type { BrowserWindow, Dialog } from 'electron';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSavePdf } from './save-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-save-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A window whose page prints as `PDF`, and a learner who picks a path or closes the dialog. */
function saving(picked: string | null, hasWindow = true) {
  const asked: unknown[] = [];
  const window = {
    webContents: {
      printToPDF: (options: unknown) => {
        asked.push(options);
        return Promise.resolve(Buffer.from('PDF'));
      },
    },
  };
  const showSaveDialog = (shown: unknown, options: object) => {
    asked.push(shown === window, options);
    return Promise.resolve({ canceled: picked === null, filePath: picked ?? '' });
  };
  const shown = () => (hasWindow ? (window as unknown as BrowserWindow) : undefined);
  return { asked, save: createSavePdf({ showSaveDialog } as unknown as Pick<Dialog, 'showSaveDialog'>, shown) };
}

it('writes what the window prints where the learner wants it, on the pages that the style names', async () => {
  const file = join(folder, 'exam.pdf');
  const { asked, save } = saving(file);
  expect(await save('Course exam 23 Nov 2026')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('PDF');
  expect(asked).toMatchObject([true, { defaultPath: 'Course exam 23 Nov 2026.pdf' }, { preferCSSPageSize: true }]);
});

it('prints nothing when the dialog was closed', async () => {
  const { asked, save } = saving(null);
  expect(await save('x')).toBe(false);
  expect(asked).toHaveLength(2);
});

it('says that it could not be written', async () => {
  await expect(saving(join(folder, 'no', 'such', 'folder.pdf')).save('x')).rejects.toMatchObject({
    code: 'disk-refused',
  });
});

it('needs a window', async () => {
  await expect(saving('x.pdf', false).save('x')).rejects.toMatchObject({ code: 'not-reachable' });
});
