import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { lessons, writtenAnswers } from './pages/course-knowledge.ts';

const WORDS = {
  'en-GB': { check: 'Check', refused: 'The disk refuses to write; this was not saved.', verdict: 'Right' },
  'th-TH': { check: 'ตรวจ', refused: 'เขียนลงดิสก์ไม่ได้ จึงยังไม่ได้บันทึก', verdict: 'ถูก' },
} as const;

for (const locale of ['en-GB', 'th-TH'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('an answer the disk refuses stays on the screen, and is taken when the disk is back', async ({
      open,
      dataDir,
    }) => {
      const words = WORDS[locale];
      const page = await open();
      await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
      const field = page.getByRole('main').getByRole('textbox');
      await field.waitFor();
      // A file where the folder of the journal should be: as good as a disk that can not be written, for any user.
      const blocker = join(dataDir, 'journal');
      writeFileSync(blocker, '');
      const [first] = lessons[0]!.questions;
      const answer = writtenAnswers(first!)[0] ?? '';
      await field.fill(answer);
      await page.getByRole('button', { name: words.check }).last().click();
      await expect(page.getByRole('main').getByRole('alert').filter({ hasText: words.refused })).toBeVisible();
      await expect(field).toHaveValue(answer);
      // Reading goes on meanwhile.
      await page.evaluate(() => (location.hash = '#/glossary/csto'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
      await expect(field).toHaveValue(answer);

      rmSync(blocker);
      await page.getByRole('button', { name: words.check }).last().click();
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: words.verdict }).first()).toBeVisible();
    });
  });
}
