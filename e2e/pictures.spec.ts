import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { overlapsIn } from './pages/overlaps.ts';

test.use({ locale: 'en-GB' });

test('the pictures of the course are used by keyboard, lead to the lesson, and stand as tables too', async ({
  open,
}) => {
  const page = await open();
  const { keyboard } = page;
  await page.getByRole('link', { name: 'Pictures' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline 1992–2019');

  await test.step('timeline: filter, move, open, go to the lesson', async () => {
    const timeline = page.getByRole('group', { name: 'Timeline' });
    const all = await timeline.getByRole('button').count();
    await page.getByRole('button', { name: 'Members', exact: true }).click();
    await expect.poll(() => timeline.getByRole('button').count()).toBeLessThan(all);
    await timeline.getByRole('button').first().focus();
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText(/p\d{3}/);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  for (const [tab, group] of [
    ['Bodies', 'Organization chart'],
    ['Members', 'States by years'],
    ['Map', 'Map'],
    ['Exercises', 'Exercises by years and months'],
    ['Partners', 'Rings of partners'],
  ] as const) {
    await test.step(`${tab}: move and open`, async () => {
      await page.getByRole('navigation', { name: 'Pictures of the course' }).getByRole('link', { name: tab }).click();
      await page.getByRole('group', { name: group, exact: true }).getByRole('button').first().focus();
      await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toContainText(/p\d{3}/);
      await keyboard.press('Escape');
    });
  }

  await test.step('figures: each with its passage, and all as a table', async () => {
    await page
      .getByRole('navigation', { name: 'Pictures of the course' })
      .getByRole('link', { name: 'Figures' })
      .click();
    await expect(page.getByText('The passages give different figures').first()).toBeVisible();
    await page.getByText('Show as table').click();
    await expect(page.getByRole('table', { name: 'Figures' }).getByRole('row')).not.toHaveCount(0);
    await page
      .getByRole('button', { name: /19,500/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Read the section/ })
      .first()
      .click();
    await expect(page).toHaveURL(/#\/lesson\/csto\//);
  });
});

test('the map walks through its moments, and in no size or language does a name cover another', async ({ open }) => {
  const page = await open();
  const map = page.getByRole('group', { name: /^(Map|แผนที่)$/ });
  const show = async () => {
    await page.evaluate(() => (location.hash = '#/pictures/csto/map'));
    await expect(map.getByRole('button', { name: /Minsk|มิ/ })).toBeVisible();
  };
  await show();
  await test.step('moments by buttons and arrow keys', async () => {
    await expect(page.getByRole('main').getByRole('status')).toContainText(/8\sNovember\s2018/);
    await page.getByRole('button', { name: 'Later moment' }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText(/15\sMay\s1992.*6\sstates/);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('main').getByRole('status')).toContainText(/9\sstates/);
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('main').getByRole('status')).toContainText(/6\sstates/);
  });
  await test.step('an arrow key leads to the nearest place that way', async () => {
    await map.getByRole('button', { name: 'Moscow' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(map.getByRole('button', { name: 'Minsk' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(map.getByRole('button', { name: 'Kyiv' })).toBeFocused();
  });
  for (const [language, theme] of [
    ['en', 'light'],
    ['th', 'dark'],
  ] as const) {
    await chooseLook(page, language, theme);
    await show();
    for (const width of [900, 1280, 2560]) {
      await page.setViewportSize({ width, height: width === 900 ? 600 : 900 });
      expect(await map.locator('i, span[aria-hidden="true"]').count()).toBeGreaterThan(28);
      await expect.poll(() => map.evaluate(overlapsIn), `${language} at ${width}`).toEqual([]);
    }
  }
});

test('a lesson shows the picture it speaks of, by keys too', async ({ open }) => {
  const page = await open();
  const isEmphasised = (mark: Locator) => expect(mark).toHaveClass(/focused/);
  await page.evaluate(() => (location.hash = '#/lesson/csto/tests-of-the-alliance/uzbekistan'));
  const figure = page.getByRole('figure');
  await expect(figure).toContainText('In, out, in, out');
  const row = figure.getByRole('button', { name: /^Uzbekistan/ });
  await isEmphasised(row);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Sochi');
  await page.keyboard.press('Escape');
  await figure.getByRole('link', { name: /Members/ }).click();
  await expect(page).toHaveURL(/#\/pictures\/csto\/members/);
});

test('a term is found in either language, with what misleads in the source', async ({ open }) => {
  const page = await open();
  await page.getByRole('link', { name: 'Glossary', exact: true }).click();
  const search = page.getByRole('searchbox');
  await search.fill('สนธิสัญญาความมั่นคงร่วม');
  await expect(page.getByRole('heading', { name: /Collective Security Treaty/ }).first()).toBeVisible();
  await search.fill('crrf');
  await expect(page.getByRole('heading', { name: /Rapid Reaction/ }).first()).toBeVisible();
  await search.fill('zzzz');
  await expect(page.getByText('No term fits “zzzz”.')).toBeVisible();
});
