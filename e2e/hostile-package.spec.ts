import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';
import { HOSTILE_CARDS, hostileDeck, markOf } from './pages/hostile-deck.ts';

/** What of the page a card could have covered, moved or left. */
const pageNow = (page: Page) =>
  page.evaluate(() => {
    const reaches = (element: Element | null) => {
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      const there = document.elementFromPoint(x + width / 2, Math.min(innerHeight - 2, y + height / 2));
      return there !== null && (element?.contains(there) ?? false);
    };
    const frames = [...document.querySelectorAll('iframe')];
    const main = document.querySelector('main')!.getBoundingClientRect();
    return {
      title: document.title,
      isNavigationInReach: reaches(document.querySelector('nav a')),
      frames: frames.length,
      isFrameInPlace: frames.every((frame) => {
        const { left, right, height } = frame.getBoundingClientRect();
        return left >= main.left && right <= main.right && height <= 12_002;
      }),
      scripts: document.scripts.length,
    };
  });

/** Shows the back, whatever the card asks for. */
async function turn(page: Page) {
  const field = page.getByRole('main').getByRole('textbox');
  if ((await field.count()) === 0) return page.keyboard.press('Space');
  await field.fill('x');
  await page.keyboard.press('Enter');
}

for (const [kind, cards] of Object.entries(HOSTILE_CARDS))
  test(`a package of hostile ${kind} is taken in and studied: nothing runs, nothing leaves, the page stays whole`, async ({
    open,
    dataDir,
  }) => {
    // Drawing what these styles want takes a busy machine its time.
    test.setTimeout(600_000);
    const page = await open();
    const ran: string[] = [];
    await page.exposeFunction('canary', (what: string) => void ran.push(what));
    page.on('dialog', (dialog) => void ran.push(dialog.message()));
    page.on('download', (download) => void ran.push(download.url()));
    expect(Object.values(HOSTILE_CARDS).flat().length).toBeGreaterThanOrEqual(60);

    const folder = join(dataDir, '..', 'in');
    mkdirSync(folder);
    const path = join(folder, 'hostile.apkg');
    writeFileSync(path, await hostileDeck(cards));
    await callHost(page, 'settings.set', { newPerDay: 500 });
    const { counts } = await callHost(page, 'library.import', { path, options: {} });
    expect(counts.cards).toBe(cards.length);
    const { courses } = await callHost(page, 'library.list', {});
    const deck = courses.find(({ kind }) => kind === 'deck');
    await page.evaluate((id) => void (location.hash = `#/review/${id}`), deck!.id);
    await page.reload();

    const face = page.frameLocator('iframe');
    const mark = face.locator('.mark-of-test').first();
    await expect(mark).toHaveText(markOf(0), { useInnerText: false });
    const before = await pageNow(page);
    expect(before).toMatchObject({ isNavigationInReach: true, frames: 1, isFrameInPlace: true });
    for (const [at, { what, says }] of cards.entries()) {
      await expect(mark, what).toHaveText(markOf(at), { useInnerText: false });
      expect(await pageNow(page), what).toEqual(before);
      const notes = page.getByRole('note');
      const said = (await notes.count()) > 0 ? await notes.first().innerText() : '';
      await turn(page);
      await expect(page.getByRole('button', { name: /^(?:Easy|Next)/ }), what).toBeVisible();
      expect(await pageNow(page), what).toEqual(before);
      if (says) expect.soft(`${said}\n${await notes.first().innerText()}`, what).toMatch(says);
      await page.getByRole('button', { name: /^(?:Easy|Next)/ }).click();
    }
    expect(ran).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
    expect(readdirSync(join(dataDir, '..')).sort()).toEqual(expect.arrayContaining(['data', 'in']));
    expect(existsSync(join(dataDir, '..', 'evil.png'))).toBe(false);
  });
