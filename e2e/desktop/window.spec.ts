import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, MONDAY, test } from './fixtures.ts';

test.use({ locale: 'en-GB' });

test('the menu speaks the chosen language at once, and its entries do what they say', async ({ open, main }) => {
  const page = await open();
  const labels = () => main().evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label));
  expect(await labels()).toEqual(['File', 'Edit', 'View', 'Window']);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'ไทย' }).check();
  await expect.poll(labels).toEqual(['ไฟล์', 'แก้ไข', 'มุมมอง', 'หน้าต่าง']);
  const minimise = () =>
    main().evaluate(({ Menu }) =>
      Menu.getApplicationMenu()!
        .items.flatMap(({ submenu }) => submenu?.items ?? [])
        .find(({ label }) => label === 'ย่อหน้าต่าง')!
        .click(),
    );
  await minimise();
  await expect
    .poll(() => main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized()))
    .toBe(true);
});

test('the window comes back where it was', async ({ open, main, dataDir }) => {
  await open();
  const bounds = { x: 50, y: 60, width: 900, height: 700 };
  await main().evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to), bounds);
  await main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  expect(await main().exited).toBe(0);
  expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toEqual(bounds);
  await open();
  expect(await main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())).toEqual(bounds);
});

for (const text of ['', '{"x":1', '{"x":0,"y":30,"width":1e12,"height":1e12}', 'null'])
  test(`a window whose remembered place is ${text || 'empty'} opens all the same`, async ({ open, main, dataDir }) => {
    writeFileSync(join(dataDir, 'window.json'), text);
    await open();
    const { width, height } = await main().evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getBounds(),
    );
    expect([width, height]).toEqual([1280, 800]);
  });

test('an export is named by the day of the learner, in a dialog of the window', async ({ open, main }) => {
  const half6 = MONDAY - 2.5 * 3_600_000;
  const page = await open({ now: half6 });
  await main().evaluate(({ dialog, BrowserWindow }) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const isOfWindow = args[0] === BrowserWindow.getAllWindows()[0];
      Object.assign(globalThis, { asked: [isOfWindow, (args.at(-1) as { defaultPath: string }).defaultPath] });
      return { canceled: false, filePath: '/picked/here.jamdai.zip' };
    }) as typeof dialog.showSaveDialog;
  });
  await page.evaluate(() => (location.hash = '#/data'));
  const exporting = page.getByRole('region', { name: 'Export everything' });
  await exporting.getByRole('button', { name: /Choose/ }).click();
  await expect(exporting.getByRole('textbox')).toHaveValue('/picked/here.jamdai.zip');
  expect(await main().evaluate(() => (globalThis as Record<string, unknown>)['asked'])).toEqual([
    true,
    'jamdai-2026-11-23.jamdai.zip',
  ]);
});

for (const [what, name] of [
  ['a folder to merge', 'Merge with another computer'],
  ['a second folder', 'Second folder'],
] as const)
  test(`the dialog for ${what} belongs to the window, and gives its path to the page`, async ({ open, main }) => {
    const page = await open();
    await main().evaluate(({ dialog, BrowserWindow }) => {
      dialog.showOpenDialog = (async (...args: unknown[]) => ({
        canceled: false,
        filePaths: [args[0] === BrowserWindow.getAllWindows()[0] ? '/picked/here' : '/no/parent'],
      })) as typeof dialog.showOpenDialog;
    });
    await page.evaluate(() => (location.hash = '#/data'));
    const part = page.getByRole('region', { name });
    await part
      .getByRole('button', { name: /Choose/ })
      .first()
      .click();
    await expect(part.getByRole('textbox')).toHaveValue('/picked/here');
  });

test('a page whose process crashes is said, and is opened again', async ({ open, main }) => {
  await open();
  await main().evaluate(({ dialog }) => {
    dialog.showMessageBox = (async (...args: unknown[]) => {
      Object.assign(globalThis, { said: (args.at(-1) as { message: string; buttons: string[] }).message });
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  });
  await main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer());
  await expect
    .poll(() => main().evaluate(() => (globalThis as Record<string, unknown>)['said']))
    .toBe('The page of Jamdai has stopped. Every answer you saw a verdict for is on the disk.');
  await expect(async () => {
    await main().windows()[0]!.getByRole('main').waitFor({ timeout: 1000 });
  }).toPass();
  expect(main().windows()).toHaveLength(1);
});
