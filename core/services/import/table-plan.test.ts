import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

/** As the page does when the learner changes one thing: the mapping goes back as it came. */
async function planned(name: string, content: string) {
  const path = join(app.dataDir, '..', name);
  writeFileSync(path, content);
  const { table } = await app.call('library.plan', { path, options: {} });
  const again = await app.call('library.plan', { path, options: { mapping: table!.mapping } });
  return { table: table!, again: again.table! };
}

describe('the plan of a table', () => {
  it.each([
    ['of one column', 'one\ntwo\nthree\n'],
    ['with an empty deck and a long note type', `#separator:tab\n#deck:\n#notetype:${'n'.repeat(300)}\na\tb\n`],
    [
      'with very many tags',
      `#separator:tab\n#tags:${Array.from({ length: 200 }, (_, i) => `t${i}`).join(' ')}\na\tb\n`,
    ],
    ['with very many columns', `${Array.from({ length: 700 }, (_, i) => `c${i}`).join(',')}\n`.repeat(3)],
  ])('%s can be told, and taken as it was told', async (_, content) => {
    const { table, again } = await planned('a.csv', content);
    expect(again).toEqual(table);
    expect(table.rows.length).toBeGreaterThan(0);
  });

  it('says of one column that nothing parts the lines', async () => {
    const { table } = await planned('a.csv', 'one\ntwo\nthree\n');
    expect([table.mapping.separator, table.problems]).toEqual(['', ['one-column']]);
  });
});
