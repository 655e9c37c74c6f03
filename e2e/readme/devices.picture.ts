import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSyncthing } from '../../build/syncthing.mjs';
import { startMirrors } from '../syncthing/mirror.ts';
import { startWebShell } from '../web-shell.ts';

/** The morning the pictures show: a Monday in Bangkok. */
const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const HOUR = 3_600_000;
const FOLDER = 'docs/pictures';
/** What the pictures say instead of the folder of this run. */
const SHOWN = '/home/somchai/Sync/Jamdai';

let place: string;
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'jamdai-pictures-'));
});
test.afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Starts a computer with a name of its own. */
async function computer(id: string, name: string, now: number) {
  mkdirSync(join(place, id));
  writeFileSync(join(place, id, 'device.json'), JSON.stringify({ id, name }));
  return startWebShell(join(place, id), now);
}

test('setting up a computer, and two that are in step', async ({ browser }) => {
  test.setTimeout(400_000);
  const shared = join(place, 'shared');
  mkdirSync(shared);
  const shell = await computer('k3j9d8s7a6f5', 'Desk at home', NOW);
  try {
    await shell.call('settings.set', { language: 'en', theme: 'light' });
    const context = await browser.newContext({ timezoneId: 'Asia/Bangkok', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.goto(shell.url);
    await page.getByRole('main').waitFor();
    await page.evaluate(() => (location.hash = '#/devices'));
    const folder = page.getByRole('textbox', { name: 'Folder' });
    await folder.fill(shared);
    await folder.press('Enter');
    await page.getByRole('radio', { name: 'Whoever has it' }).waitFor();
    await folder.evaluate((input: HTMLInputElement, shown) => (input.value = shown), SHOWN);
    await page.screenshot({ path: `${FOLDER}/devices-set-up.png` });

    const laptop = await computer('m2x7q4w9e1r8', 'Laptop', NOW - 2 * HOUR);
    await laptop.call('sync.begin', { folder: shared });
    await laptop.call('sync.now', {});
    await laptop.stop();
    await shell.call('sync.begin', { folder: shared });
    await shell.call('sync.now', {});
    await expect(page.getByText('Laptop')).toBeVisible({ timeout: 60_000 });
    await page.locator('.path').evaluate((path, shown) => (path.textContent = shown), SHOWN);
    await page.screenshot({ path: `${FOLDER}/devices-in-step.png` });
    await context.close();
  } finally {
    await shell.stop();
  }
});

test('Syncthing with a folder that two devices share', async ({ page }) => {
  const program = findSyncthing();
  test.setTimeout(120_000);
  test.skip(program === null, 'skipped: no Syncthing (apt-get install -y syncthing)');
  const mirrors = await startMirrors(program!, place, [join(place, 'Laptop'), join(place, 'Desk')]);
  try {
    await page.goto(mirrors[0]!.gui);
    await page.getByText('jamdai', { exact: true }).first().click();
    await page.getByText('Up to Date').first().waitFor();
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: `${FOLDER}/syncthing.png` });
  } finally {
    await Promise.all(mirrors.map((mirror) => mirror.stop()));
  }
});
