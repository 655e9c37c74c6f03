import { test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { EditorKeys } from './pages/editor-keys.ts';

test('draft', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/add'));
  const keys = new EditorKeys(page);
  await keys.write('Name of the new deck', 'Stars');
  await keys.kind('Typed');
  await keys.write('Question', 'Which star is nearest');
  await page.waitForTimeout(2500);
  console.log(await page.locator('main footer').innerHTML());
  await page.screenshot({ path: '/tmp/E-shot.png' });
});
