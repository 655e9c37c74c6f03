import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWebShell } from '../web-shell.ts';
import { expect, MONDAY, test, type Page } from './fixtures.ts';

test.use({ locale: 'en-GB' });

/** All that docs/data.md names, and the window's place. */
const OURS = ['backups', 'jamdai.lock', 'device.json', 'journal', 'progress.json', 'window.json'];

test('the window is shown once it is painted, and speaks to the data folder it was given', async ({
  open,
  main,
  dataDir,
}) => {
  const page = await open();
  const isVisible = () =>
    main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()));
  await expect.poll(isVisible).toEqual([true]);
  const info = await page.evaluate(() => (window as unknown as Page).host.call('app.info', {}));
  expect(info).toMatchObject({
    ok: true,
    value: { shell: 'electron', dataFolder: dataDir, canOpenFolder: true, canChoosePath: true, now: MONDAY },
  });
});

test('the interface speaks the language of the system until the learner chooses', async ({ open }) => {
  const page = await open();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('in Thai', () => {
  test.use({ locale: 'th-TH' });
  test('the interface and the menu speak the language of the system', async ({ open, main }) => {
    const page = await open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'th');
    expect(await main().evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))).toEqual([
      'ไฟล์',
      'แก้ไข',
      'มุมมอง',
      'หน้าต่าง',
    ]);
  });
});

test("the data folder holds the learner's files only: Chromium's own lie elsewhere", async ({
  open,
  main,
  dataDir,
}) => {
  await open();
  const paths = await main().evaluate(({ app }) => [app.getPath('userData'), app.getPath('sessionData')]);
  for (const path of paths) {
    expect(path.startsWith(dataDir), `${path} is outside`).toBe(false);
    expect(readdirSync(path)).not.toEqual([]);
  }
  expect(readdirSync(dataDir).filter((name) => !OURS.includes(name))).toEqual([]);
  await main().evaluate(({ app }) => app.quit());
  expect(await main().exited).toBe(0);
  expect(readdirSync(dataDir).filter((name) => !OURS.includes(name))).toEqual([]);
});

test("a lock of another machine's Chromium in a synced data folder keeps nobody out", async ({ open, dataDir }) => {
  symlinkSync('another-machine-4711', join(dataDir, 'SingletonLock'));
  const page = await open();
  await expect(page.getByRole('main')).toBeVisible();
});

test('a second start brings the window of the first to the front, and ends with 0', async ({ open, main, desktop }) => {
  await open();
  await main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize());
  const { exited, boxes } = await desktop.startAnother();
  expect(await exited).toBe(0);
  expect(boxes).toEqual([]);
  const isMinimized = () => main().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized());
  await expect.poll(isMinimized).toBe(false);
  expect(main().windows()).toHaveLength(1);
});

test('a second start before the window is there makes no second one', async ({ desktop }) => {
  const first = await desktop.launch();
  expect(await first.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  const second = await desktop.startAnother();
  expect(await second.exited).toBe(0);
  await (await first.firstWindow()).getByRole('main').waitFor();
  expect(first.windows()).toHaveLength(1);
  expect(first.boxes).toEqual([]);
});

test('a relative data folder is taken from where the app was started', async ({ desktop }) => {
  const main = await desktop.launch({ JAMDAI_DATA: 'test-results/relative-data' });
  const page = await main.firstWindow();
  await page.getByRole('main').waitFor();
  const info = await page.evaluate(() => (window as unknown as Page).host.call('app.info', {}));
  expect(info.value!['dataFolder']).toMatch(/^\/.*\/test-results\/relative-data$/);
});

test('a start after a crash of the main process takes the lock over', async ({ open, main, desktop }) => {
  await open();
  main().kill('SIGKILL');
  expect(await main().exited).toBe(null);
  const page = await (await desktop.launch()).firstWindow();
  await expect(page.getByRole('main')).toBeVisible();
});

test.describe('a refused start says why in Thai and English, and ends with 1:', () => {
  const TITLE = 'Jamdai\nเปิดข้อมูลการเรียนไม่ได้ · The study data can not be opened';

  test('data that another shell holds', async ({ dataDir, desktop }) => {
    const web = await startWebShell(dataDir, MONDAY);
    const { exited, boxes } = await desktop.startAnother();
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringContaining(TITLE)]);
    expect(boxes[0]).toContain('Another Jamdai is using this data folder (process ');
    expect(boxes[0]).toContain(`data-locked\n${dataDir}`);
    await web.stop();
  });

  test('a data folder that can not be made', async ({ dataDir, desktop }) => {
    writeFileSync(join(dataDir, 'file'), '');
    const { exited, boxes } = await desktop.startAnother({ JAMDAI_DATA: join(dataDir, 'file', 'below') });
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringContaining(TITLE)]);
    expect(boxes[0]).toContain('สร้าง อ่าน หรือเขียนโฟลเดอร์ข้อมูลไม่ได้');
    expect(boxes[0]).toContain('The data folder can not be made, read or written.');
  });

  test('a data folder that is a file', async ({ dataDir, desktop }) => {
    writeFileSync(join(dataDir, 'file'), '');
    const { exited, boxes } = await desktop.startAnother({ JAMDAI_DATA: join(dataDir, 'file') });
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringContaining('disk-refused')]);
  });

  test('data of a newer app', async ({ dataDir, desktop }) => {
    const web = await startWebShell(dataDir, MONDAY);
    await web.call('settings.set', { newPerDay: 7 });
    await web.stop();
    const snapshot = join(dataDir, 'progress.json');
    writeFileSync(snapshot, readFileSync(snapshot, 'utf8').replace(/"version": ?\d+/, '"version":99'));
    const { exited, boxes } = await desktop.startAnother();
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringContaining('by a newer Jamdai')]);
  });

  test('a clock that is no number', async ({ desktop }) => {
    const { exited, boxes } = await desktop.startAnother({ JAMDAI_NOW: 'abc' });
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringMatching(/JAMDAI_NOW takes .*, not "abc"/)]);
  });

  test('a lock in the profile that no Jamdai of this machine holds', async ({ open, main, desktop }) => {
    await open();
    const profile = await main().evaluate(({ app }) => app.getPath('userData'));
    await main().evaluate(({ app }) => app.quit());
    await main().exited;
    symlinkSync('another-machine-4711', join(profile, 'SingletonLock'));
    const { exited, boxes } = await desktop.startAnother();
    expect(await exited).toBe(1);
    expect(boxes).toEqual([expect.stringContaining(`Delete it, then try again.\n\n${join(profile, 'SingletonLock')}`)]);
  });
});
