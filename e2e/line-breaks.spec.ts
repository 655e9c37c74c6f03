import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from './fixtures.ts';
import { lessons } from './pages/course-knowledge.ts';
import { brokenWords } from './pages/broken-words.ts';

test.use({ locale: 'th' });
const WIDTHS = [640, 900, 1280, 2560];
const WORDS = parse(readFileSync('content/csto/words.yaml', 'utf8')) as string[];

test('no line breaks inside a listed word or a date, in any lesson or question, at four widths', async ({ open }) => {
  test.setTimeout(600_000);
  const page = await open();
  const broken: string[] = [];
  let seen = 0;
  const look = async (where: string, texts: readonly string[] = []) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(brokenWords, { words: WORDS, texts });
      seen += found.seen;
      broken.push(...found.broken.map((word) => `${where} at ${width}: ${word}`));
    }
  };

  for (const lesson of lessons) {
    for (const section of lesson.sections) {
      await page.evaluate((hash) => (location.hash = hash), `#/lesson/csto/${lesson.id}/${section.id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.heading.th);
      await look(`${lesson.id}/${section.id}`);
    }
  }
  expect(seen).toBeGreaterThan(2_000);

  // Every question's texts, one after the other, in the place of a real prompt.
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible();
  const thai = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'th' && typeof inner === 'string' ? [inner] : key === 'accept' ? [] : thai(inner),
    );
  };
  for (const lesson of lessons) await look(`questions of ${lesson.id}`, lesson.questions.flatMap(thai));
  expect(seen).toBeGreaterThan(4_000);
  expect(broken).toEqual([]);
});
