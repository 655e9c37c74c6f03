import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { QuestionPage } from '../pages/question.ts';
import type { MainProcess } from '../shells/shell.ts';
import { expect, test } from './fixtures.ts';

test.use({ locale: 'en-GB' });

async function answerOne(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  await new QuestionPage(page).answerAndGoOn();
}

/** The store of a new data folder was closed: that is when its first snapshot is written. */
const hasSnapshot = (dataDir: string) => existsSync(join(dataDir, 'progress.json'));

const WAYS: Readonly<Record<string, (main: MainProcess) => unknown>> = {
  'the menu': (main) =>
    main.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items[0]!.submenu!.items.at(-1)!.click()),
  'closing the window': (main) => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close()),
  SIGTERM: (main) => main.kill('SIGTERM'),
  SIGINT: (main) => main.kill('SIGINT'),
  'two quits at once': (main) =>
    main.evaluate(({ app }) => {
      app.quit();
      app.quit();
    }),
};
for (const [way, quit] of Object.entries(WAYS))
  test(`the store is closed before the app ends: ${way}`, async ({ open, main, dataDir }) => {
    await answerOne(await open());
    expect(hasSnapshot(dataDir)).toBe(false);
    await quit(main());
    expect(await main().exited).toBe(0);
    expect(hasSnapshot(dataDir)).toBe(true);
    const page = await open();
    await expect(page.getByText(/^1 answer today/)).toBeVisible();
  });

test('quitting while the page loads is no error, and closes the store', async ({ desktop, dataDir }) => {
  const main = await desktop.launch();
  await main.evaluate(({ app }) => void app.once('browser-window-created', () => setImmediate(() => app.quit())));
  expect(await main.exited).toBe(0);
  expect(main.boxes).toEqual([]);
  expect(existsSync(join(dataDir, 'device.json'))).toBe(true);
});

test('closing the window while the page loads is no error', async ({ desktop }) => {
  const main = await desktop.launch();
  await main.evaluate(
    ({ app }) => void app.once('browser-window-created', (_event, window) => setImmediate(() => window.close())),
  );
  expect(await main.exited).toBe(0);
  expect(main.boxes).toEqual([]);
});

test('quitting while the data is opened waits for it, and shows no window', async ({ desktop, dataDir }) => {
  const main = await desktop.launch();
  await main.evaluate(({ app }) => void app.whenReady().then(() => setImmediate(() => app.quit())));
  expect(await main.exited).toBe(0);
  expect(main.boxes).toEqual([]);
  expect(main.windows()).toEqual([]);
  expect(existsSync(join(dataDir, 'device.json')), 'the start was not cut off').toBe(true);
});

test('an error nobody caught is said in Thai and English, and the store is closed', async ({ desktop, dataDir }) => {
  const main = await desktop.launch();
  const page = await main.firstWindow();
  await page.getByRole('main').waitFor();
  await answerOne(page);
  await main.evaluate(
    () =>
      void setImmediate(() => {
        throw new Error('planted');
      }),
  );
  expect(await main.exited).toBe(1);
  expect(main.boxes).toEqual([expect.stringMatching(/^Jamdai\nจำได้ต้องหยุดทำงาน.*\nJamdai has to stop\..*$/)]);
  expect(hasSnapshot(dataDir)).toBe(true);
});
