import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output, Sent } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

type Group = Output<'search.find'>['groups'][number];
/** As the interface does: asks again as long as notes are made ready. */
async function find(query: string, more: Partial<Sent<'search.find'>> = {}): Promise<Group[]> {
  for (;;) {
    const { groups, isComplete } = await app.call('search.find', { query, language: 'en', limit: 10, ...more });
    if (isComplete) return groups;
  }
}
const notes = async (query: string) =>
  (await find(query, { kinds: ['note'] }))[0]?.hits.map(({ title }) => title.text) ?? [];
const marked = ({ title, detail }: Group['hits'][number]) =>
  [title, detail].flatMap((shown) => (shown ? shown.marks.map(([from, to]) => shown.text.slice(from, to)) : []));

async function bring(rows: readonly string[], into = 'Words', name = 'words.tsv') {
  const path = join(app.dataDir, '..', name);
  writeFileSync(path, rows.join('\n'));
  return app.call('library.import', { path, options: { into } });
}
const firstNote = async () => {
  const [group] = await find('แมว', { kinds: ['note'] });
  const { address } = group!.hits[0]!;
  return app.call('note.get', { cardId: (address as { cardId: string }).cardId });
};

describe('the search', () => {
  it('finds lessons, terms, questions and passages of a course, each with its place', async () => {
    const groups = await find('river');
    expect(groups.map(({ kind }) => kind).sort()).toEqual(['lesson', 'passage', 'question', 'term']);
    for (const { kind, total, hits } of groups) {
      expect(total).toBeGreaterThan(0);
      for (const hit of hits) {
        expect(hit.address.kind).toBe(kind);
        expect(marked(hit).map((text) => text.toLowerCase())).toContain('river');
        expect(hit.place.course).toBe('A small course');
      }
    }
    const [term] = groups;
    expect(term).toMatchObject({ kind: 'term', best: 0, hits: [{ address: { termId: 'river' } }] });
  });

  it('finds what stands in the other language, and shows where', async () => {
    await bring(['cat\tแมว']);
    const [group] = await find('แมว', { language: 'en' });
    expect(group!.hits[0]!.title.text).toBe('cat');
    expect(marked(group!.hits[0]!)).toEqual(['แมว']);
  });

  it('puts a whole title first, then one that begins so', async () => {
    await bring(['the charter\tx', 'charter of 2002\tx', 'charter\tx', 'a\tits charter']);
    expect(await notes('Charter')).toEqual(['charter', 'charter of 2002', 'the charter', 'a']);
  });

  it('wants every word, and a part in quotation marks as it is', async () => {
    await bring(['red green blue\t1', 'blue red\t2', 'green\t3']);
    expect(await notes('blue red')).toEqual(['blue red', 'red green blue']);
    expect(await notes('"red green"')).toEqual(['red green blue']);
    expect(await notes('blue yellow')).toEqual([]);
  });

  it.each([
    ['2535', ['signed in 1992', 'ลงนาม พ.ศ. 2535']],
    ['๒๕๓๕', ['signed in 1992', 'ลงนาม พ.ศ. 2535']],
    ['1992', ['just 1992 km', 'signed in 1992', 'ลงนาม พ.ศ. 2535']],
    ['สามาร', ['ความสามารถ']],
    ['CAFE', ['Café']],
    ['ป่า', ['ป่าไม้']],
  ])('for %s finds %j', async (query, titles) => {
    await bring([
      'signed in 1992\ta',
      'ลงนาม พ.ศ. 2535\tb',
      'just 1992 km\tc',
      'ความสามารถ\td',
      'Café\te',
      'ป่าไม้\tf',
      'ปาก\tg',
    ]);
    expect((await notes(query)).sort()).toEqual(titles);
  });

  it('finds a deck by its name', async () => {
    await bring(['a\tb'], 'Thai::Food');
    const [group] = await find('food', { kinds: ['course'] });
    expect(group!.hits[0]!.address).toMatchObject({ kind: 'course', isDeck: true });
  });

  it('of nothing typed is nothing', async () => {
    expect(await find('  ')).toEqual([]);
  });
});

describe('a note that was changed', () => {
  it('is found at once by what it says now, and after an undo by what it said', async () => {
    await bring(['แมว\tcat', 'หมา\tdog']);
    const { noteId } = await firstNote();
    await app.call('note.set', { noteId, fields: { 1: 'kitten' } });
    expect([await notes('kitten'), await notes('cat')]).toEqual([['แมว'], []]);
    await app.call('note.set', { noteId, fields: { 1: 'tiger' } });
    expect([await notes('tiger'), await notes('kitten')]).toEqual([['แมว'], []]);
    await app.restart();
    expect(await notes('tiger')).toEqual(['แมว']);
    await app.call('note.set', { noteId, fields: { 1: null } });
    expect([await notes('tiger'), await notes('cat')]).toEqual([[], ['แมว']]);
  });

  it('counts once, and goes with its deck', async () => {
    await bring(['แมว\tcat', 'หมา\tcat too']);
    const { noteId } = await firstNote();
    await app.call('note.set', { noteId, fields: { 1: 'a cat' } });
    const [group] = await find('cat', { kinds: ['note'] });
    expect([group!.total, group!.hits.length]).toEqual([2, 2]);
    const { courses } = await app.call('library.list', {});
    await app.call('library.remove', { deckId: courses.find(({ kind }) => kind === 'deck')!.id });
    expect(await notes('cat')).toEqual([]);
  });

  it('of a file that comes again is found by what counts', async () => {
    await bring(['a\tfirst']);
    app.clock.set(app.clock.now() + 1_000);
    await bring(['a\tsecond']);
    expect([await notes('first'), await notes('second')]).toEqual([[], ['a']]);
  });
});

describe('a note that was made here', () => {
  it('is found at once, a question of the app by its answer too', async () => {
    await bring(['แมว\tcat']);
    const { courses } = await app.call('library.list', {});
    const deckId = courses.find(({ kind }) => kind === 'deck')!.id;
    const both = (text: string) => ({ th: text, en: text });
    const question = {
      kind: 'card' as const,
      prompt: both('ถามอะไร'),
      explanation: both(''),
      evidence: [],
      back: both('penguin'),
    };
    const { noteId } = await app.call('note.add', {
      deckId,
      content: { kind: 'question', languages: ['th', 'en'], question },
      tags: [],
    });
    expect(await notes('pengu')).toEqual(['ถามอะไร']);
    await app.call('note.remove', { noteIds: [noteId] });
    expect(await notes('pengu')).toEqual([]);
  });
});

describe('the index files', () => {
  const files = () => {
    const folder = join(app.dataDir, 'library/index');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.text'))
      .map((name) => join(folder, name));
  };

  it.each<[string, (path: string) => void]>([
    ['deleted', (path) => rmSync(path)],
    ['cut', (path) => truncateSync(path, 500)],
    ['foreign', (path) => writeFileSync(path, 'something else')],
    ['empty', (path) => truncateSync(path, 0)],
  ])('that were %s are made again', async (_, harm) => {
    await bring(['แมว\tcat']);
    expect(await notes('cat')).toEqual(['แมว']);
    expect(files()).toHaveLength(1);
    await app.restart(() => files().forEach(harm));
    expect(await notes('cat')).toEqual(['แมว']);
    await app.restart();
    expect(await notes('cat')).toEqual(['แมว']);
    expect(files()).toHaveLength(1);
  });
});
