import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Every view, by the address a learner can reach it with. */
const VIEWS = {
  today: '#/today',
  course: '#/course/csto',
  lesson: '#/lesson/csto/at-a-glance',
  review: '#/review/csto/at-a-glance',
  settings: '#/settings',
  history: '#/history',
  data: '#/data',
  glossary: '#/glossary/csto',
  timeline: '#/pictures/csto/timeline',
  bodies: '#/pictures/csto/bodies',
  members: '#/pictures/csto/members',
  figures: '#/pictures/csto/figures',
} as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];

async function choose(page: Page, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('radio', { name: language === 'th' ? 'ไทย' : 'English' }).check();
  await page
    .getByRole('radio', {
      name: { th: { light: 'สว่าง', dark: 'มืด' }, en: { light: 'light', dark: 'dark' } }[language][theme],
      exact: true,
    })
    .check();
}

for (const language of ['th', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every view in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
      open,
    }, info) => {
      test.setTimeout(180_000);
      const page = await open();
      await choose(page, language, theme);
      for (const [name, hash] of Object.entries(VIEWS)) {
        await page.evaluate((to) => (location.hash = to), hash);
        await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
        await expect(page.getByText(/^(Loading …|กำลังโหลด …)$/)).toHaveCount(0);
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await page.screenshot({
            path: `test-results/screens/${info.project.name}-${name}-${language}-${theme}-${size.width}.png`,
          });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
        }
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
          ),
        ).toEqual([]);
      }
    });
  }
}
