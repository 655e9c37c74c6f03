import type { Browser, Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../core/domain/random.ts';
import { startWebShell, type WebShell } from '../../e2e/web-shell.ts';
import { madeUpNotes } from '../search-notes.ts';
import { openApp } from './open-app.ts';
import { showView } from './view-switches.ts';

/** A learner looks at Today so long before the list of cards is opened. */
const AT_TODAY_MS = 3_000;
/** Between two keys, and before the first. */
const KEY_MS = 120;
/** Letters of a search. */
const LETTERS = 5;

/** How long a big library lets wait, ms. */
export interface LibraryTimes {
  /** From the change of the address to the cards of the list painted; the first after a start. */
  readonly open: number[];
  /** From each key of a search to what was found for it painted: of the search over everything, and of the list's own. */
  readonly palette: number[];
  readonly list: number[];
}

/** Words cut out of notes anywhere. */
function searches(notes: readonly string[], count: number): string[] {
  const random = seededRandom('searches');
  const upTo = (most: number) => Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const letters = [...notes[upTo(notes.length)]!.replaceAll(/[^\p{L}\p{M}]+/gu, '')];
    const from = upTo(Math.max(1, letters.length - LETTERS));
    return letters.slice(from, from + LETTERS).join('');
  });
}

/** Takes the notes in and waits until they can be searched. @returns their texts */
async function fill(shell: WebShell, folder: string, notes: number): Promise<string[]> {
  const path = join(folder, 'notes.tsv');
  const rows = [...madeUpNotes(notes)].map((fields) => fields.map((field) => field.replaceAll(/\s+/g, ' ')));
  writeFileSync(
    path,
    `#columns:Front\tBack\n${rows.map(([front, ...rest]) => `${front}\t${rest.join(' ')}`).join('\n')}`,
  );
  await shell.call('settings.set', { language: 'en' });
  const { ok } = await shell.call('library.import', { path, options: { into: 'Bench' } });
  if (!ok) throw new Error('the notes were not taken in');
  const ask = { query: 'xyz', language: 'en', limit: 5 };
  while (!((await shell.call('search.find', ask)).value as { isComplete: boolean }).isComplete)
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  return rows.map(([front]) => front!);
}

/** Types a search into the field that has the focus, and empties it again. @param within what tells what it shows was found for */
async function typeSearch(page: Page, text: string, within: string): Promise<number[]> {
  const times: number[] = [];
  const devtools = await page.context().newCDPSession(page);
  let typed = '';
  for (const letter of text) {
    typed += letter;
    await page.waitForTimeout(KEY_MS);
    await page.evaluate((shows) => window.paintWatch.expect([shows]), `${within}[data-query=${JSON.stringify(typed)}]`);
    // As a keyboard does that has the letter: Playwright's own knows those of an English one alone.
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
    times.push((await page.evaluate(() => window.paintWatch.painted())).ms);
  }
  await devtools.detach();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.locator(`${within}[data-query=""]`).waitFor();
  return times;
}

/** The list of cards and both searches over so many notes, after a start. */
export async function timeLibrary(
  browser: Browser,
  folder: string,
  notes: number,
  rounds: number,
): Promise<LibraryTimes> {
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, 'data');
  const first = await startWebShell(dataDir);
  const texts = await fill(first, folder, notes).finally(first.stop);
  const shell = await startWebShell(dataDir);
  try {
    const { page } = await openApp(browser, shell.url);
    await page.waitForTimeout(AT_TODAY_MS);
    const open: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      open.push(await showView(page, 'browse'));
      await showView(page, 'settings');
    }
    const wanted = searches(texts, rounds);
    await page.keyboard.press('Control+k');
    const palette: number[] = [];
    for (const text of wanted) palette.push(...(await typeSearch(page, text, 'dialog .panel')));
    await page.keyboard.press('Escape');
    await showView(page, 'browse');
    await page.getByRole('combobox').focus();
    const list: number[] = [];
    for (const text of wanted) list.push(...(await typeSearch(page, text, '[role="grid"]')));
    await page.context().close();
    return { open, palette, list };
  } finally {
    await shell.stop();
  }
}
