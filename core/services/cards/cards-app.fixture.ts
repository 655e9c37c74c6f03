import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardId } from '../../domain/ids.ts';
import type { Output, Sent } from '../../api/contract.ts';
import type { StudyApp } from '../study-app.fixture.ts';

/** Takes rows of a table in as notes: front, back, tags. */
export async function bringRows(app: StudyApp, into: string, rows: readonly string[]): Promise<void> {
  const path = join(app.dataDir, '..', `${into.replaceAll(':', '-')}.tsv`);
  writeFileSync(path, `#columns:Front\tBack\tTags\n#tags column:3\n${rows.join('\n')}`);
  await app.call('library.import', { path, options: { into } });
}

type Change = Sent<'card.change'>['change'];
type Sort = Sent<'card.list'>['sort'];

export const listed = (
  app: StudyApp,
  query: string,
  sort: Sort = { by: 'taught', descending: false },
): Promise<Output<'card.list'>> => app.call('card.list', { query, sort, offset: 0, limit: 500 });

/** Fronts of the cards a query finds, in order. */
export const fronts = async (app: StudyApp, query: string, sort?: Sort): Promise<string[]> =>
  (await listed(app, query, sort)).rows.map(({ front }) => front.en);

export const changeAll = (app: StudyApp, query: string, change: Change) =>
  app.call('card.change', { of: { query }, change });

export const cardNamed = async (app: StudyApp, front: string): Promise<CardId> => {
  const row = (await listed(app, '')).rows.find((each) => each.front.en === front);
  if (!row) throw new Error(`no card ${front}`);
  return row.cardId;
};
