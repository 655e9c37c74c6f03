import { expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWebShell } from '../web-shell.ts';

/** The morning the pictures show: a Monday in Bangkok. */
const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const FOLDER = 'docs/pictures';
/** A session of one typed question. */
const TYPED = encodeURIComponent(JSON.stringify({ cardIds: ['csto/gl-csto-full-name'] }));

const show = async (page: Page, hash: string) => {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await expect(page.getByText(/^(Loading …|กำลังโหลด …)$/)).toHaveCount(0);
};

/** Answers the first question, a typed one, so that the picture shows the verdict and what it rests on. */
async function answerTyped(page: Page): Promise<void> {
  await page.getByRole('textbox').fill('องค์การสนธิสัญญาความมั่นคงร่วม');
  await page.getByRole('button', { name: /ตรวจคำตอบ/ }).click();
  await page
    .getByRole('button', { name: /ตรวจคำตอบ|ต่อไป|ถัดไป/ })
    .first()
    .waitFor();
}

test('the pictures of README', async ({ browser }) => {
  test.setTimeout(120_000);
  const data = mkdtempSync(join(tmpdir(), 'jamdai-pictures-'));
  const seeded = spawnSync(
    process.execPath,
    ['build/run.mjs', 'seed', '--data', data, '--days', '45', '--until', String(NOW)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  expect(seeded.status).toBe(0);
  const shell = await startWebShell(data, NOW);
  try {
    for (const { language, theme, views } of [
      { language: 'en', theme: 'light', views: { today: '#/today', lesson: '#/lesson/csto/at-a-glance' } },
      { language: 'th', theme: 'dark', views: { course: '#/course/csto', review: `#/ask/practice/${TYPED}` } },
    ]) {
      await shell.call('settings.set', { language, theme });
      const context = await browser.newContext({ timezoneId: 'Asia/Bangkok', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.clock.setFixedTime(NOW);
      await page.goto(shell.url);
      await page.getByRole('main').waitFor();
      for (const [name, hash] of Object.entries(views)) {
        await show(page, hash);
        if (name === 'review') await answerTyped(page);
        await page.screenshot({ path: `${FOLDER}/${name}.png` });
      }
      await context.close();
    }
  } finally {
    await shell.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
