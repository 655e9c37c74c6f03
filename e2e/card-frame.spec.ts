import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';

/** Brings a table of fronts and backs, HTML, and opens the review of it. */
async function review(page: Page, folder: string, rows: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'cards.txt');
  writeFileSync(path, `#separator:tab\n#html:true\n${rows.join('\n')}\n`);
  await callHost(page, 'settings.set', { newPerDay: 500 });
  await callHost(page, 'library.import', { path, options: {} });
  const { courses } = await callHost(page, 'library.list', {});
  const deck = courses.find(({ kind }) => kind === 'deck');
  await page.evaluate((id) => void (location.hash = `#/review/${id}`), deck!.id);
}

const SWAPS = process.env['JAMDAI_LONG'] ? 500 : 120;

test(`${SWAPS} faces are shown in one frame, and nothing piles up`, async ({ open, dataDir }) => {
  const page = await open();
  const cards = SWAPS / 2;
  const row = (at: number) => `<b>front ${at}</b> <a href="#n${at}">note</a>\tback ${at} <details>more</details>`;
  await review(
    page,
    join(dataDir, '..', 'in'),
    Array.from({ length: cards }, (_, at) => row(at)),
  );
  const face = page.frameLocator('iframe').locator('#qa');
  await expect(face).toContainText('front 0');
  await page.locator('iframe').evaluate((frame) => (frame.dataset['first'] = ''));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { frames: of('Frames'), listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  };
  let early = await count();
  for (let at = 0; at < cards; at++) {
    await expect(face).toContainText(`front ${at}`);
    if (at === 20) early = await count();
    await page.keyboard.press('Space');
    await expect(face).toContainText(`back ${at}`);
    if (at < cards - 1) await page.keyboard.press('4');
  }
  const late = await count();
  expect(page.frames()).toHaveLength(2);
  await expect(page.locator('iframe')).toHaveAttribute('data-first', '');
  expect(late.frames).toBe(early.frames);
  // A turned card has buttons that an asked one has not.
  expect(late.listeners).toBeLessThan(early.listeners + 40);
  expect(late.nodes).toBeLessThan(early.nodes + 400);
  expect(late.heap - early.heap, 'bytes').toBeLessThan(6_000_000);
});

for (const theme of ['light', 'dark'] as const)
  test(`the page around a face, and the face as a page of its own, have no faults that axe knows (${theme})`, async ({
    open,
    dataDir,
  }) => {
    const page = await open();
    await chooseLook(page, 'en', theme);
    const front = '<p>แมว <img src="gone.png"></p><p dir="rtl">قطة</p>{{c1::x}}';
    const back = '<ruby>猫<rt>ねこ</rt></ruby> \\(x^2\\) <a href="https://a.example/">more</a>';
    await review(page, join(dataDir, '..', 'in'), [`${front}\t${back}`]);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('แมว')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(frame.getByText('more')).toBeVisible();
    const around = await new AxeBuilder({ page }).exclude('iframe').withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(around.violations).toEqual([]);

    const html = await frame.locator('html').evaluate((root) => root.outerHTML);
    const alone = await page.context().newPage();
    await alone.setContent(html.replace('<html', '<html lang="th"'));
    const inside = await new AxeBuilder({ page: alone }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(inside.violations).toEqual([]);
  });
