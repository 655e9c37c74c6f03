import { expect, test } from './fixtures.ts';

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
  ] as const) {
    await test.step(`${tab}: move and open`, async () => {
      await page.getByRole('navigation', { name: 'Pictures of the course' }).getByRole('link', { name: tab }).click();
      await page.getByRole('group', { name: group }).getByRole('button').first().focus();
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
