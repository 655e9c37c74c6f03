import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Progress } from '../../domain/progress.ts';
import { contains, needleOf } from '../../domain/text/needle.ts';
import { createCatalog } from '../courses/catalog.ts';
import { nodeFiles } from '../disk/files.ts';
import { DeckLibrary } from '../library/deck-library.ts';
import { PackWriter } from '../library/write-pack.ts';
import { CardTexts } from './card-texts.ts';
import { EditedTexts } from './edited-texts.ts';
import { indexHere } from './indexer.ts';
import { PackIndexes } from './pack-indexes.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jamdai-texts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TYPE = {
  ...{ id: 't', name: 'Basic', kind: 'standard' as const, css: '', sortField: 0 },
  fields: [{ name: 'Front' }, { name: 'Back' }],
  templates: [
    { name: 'One', front: '{{Front}}', back: '{{Back}}' },
    { name: 'Two', front: '{{Back}}', back: '{{Front}}' },
  ],
};
const FIELDS = [
  ['<b>Treaty</b> of 1992', ''],
  ['', 'สนธิสัญญา&nbsp;พ.ศ. ๒๕๓๕'],
  ['{{c1::cut::hint}} by a cloze', '[sound:a.mp3]'],
  ['Café', 'naïve'],
];

async function textsOf(records: Map<string, Record<string, unknown>>) {
  const writer = new PackWriter(nodeFiles, folder, {
    ...{ source: { format: 'anki', sha256: '0'.repeat(64) }, types: [TYPE], presets: [] },
    decks: [{ id: 'd', name: 'Deck' }],
  });
  FIELDS.forEach((fields, i) =>
    writer.note({
      note: { id: `n${i}`, tags: [], createdAt: 0, modifiedAt: 0, content: { kind: 'fields', typeId: 't', fields } },
      cards: [
        { ordinal: 0, deckId: 'd' },
        { ordinal: 1, deckId: 'd' },
      ],
    }),
  );
  const { sha256 } = writer.finish();
  await writer.close();
  records.set('import/one', { pack: sha256 });
  const progress = () => ({ records }) as Pick<Progress, 'records'>;
  const library = new DeckLibrary(nodeFiles, folder, progress);
  await library.refresh();
  const indexes = new PackIndexes(nodeFiles, folder, indexHere);
  const texts = new CardTexts(
    createCatalog({ courses: [] }, library),
    library,
    indexes,
    new EditedTexts(library, progress),
  );
  await texts.ready();
  return { texts, library };
}

it('the cards that hold a text are those whose fields contain it', async () => {
  const { texts, library } = await textsOf(new Map());
  expect(library.cards()).toHaveLength(8);
  for (const typed of [
    'treaty',
    '2535',
    '1992',
    'cut',
    'cloze',
    'hint',
    'sound',
    'cafe',
    'naive',
    'สัญญา',
    'b>',
    'nbsp',
    '',
  ]) {
    const needle = needleOf(typed);
    const has = texts.matching(needle);
    for (const card of library.cards())
      expect(has(card)).toBe(texts.fieldsOf(card).some((form) => contains(form, needle)));
  }
  expect(library.cards().filter(texts.matching(needleOf('2535')))).toHaveLength(4);
});

it('fields stand in their places, empty ones too', async () => {
  const { texts, library } = await textsOf(new Map());
  const fields = library.cards().map((card) => texts.fieldsOf(card));
  expect(fields[0]).toEqual(['treaty of 1992', '']);
  expect(fields[2]).toEqual(['', 'สนธิสัญญา พ.ศ. 2535']);
  expect(fields[4]).toEqual(['cut::hint by a cloze', '']);
});

it('what the learner changed is looked for as it is now, and the version says so', async () => {
  const records = new Map<string, Record<string, unknown>>();
  const { texts, library } = await textsOf(records);
  const before = texts.version;
  records.set('note-field/anki/n3/0', { text: 'Pact' });
  await library.refresh();
  texts.refresh();
  await texts.ready();
  expect(texts.version).not.toBe(before);
  const found = (typed: string) => library.cards().filter(texts.matching(needleOf(typed))).length;
  expect([found('pact'), found('cafe')]).toEqual([2, 0]);
  records.delete('note-field/anki/n3/0');
  await library.refresh();
  texts.refresh();
  await texts.ready();
  expect([found('pact'), found('cafe')]).toEqual([0, 2]);
});
