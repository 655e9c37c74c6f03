import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { allOf, everythingIn } from '../anki/shared-decks.fixture.ts';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { mochiFormat } from './format.ts';

async function archive(files: Readonly<Record<string, string>>, name = 'deck.mochi') {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return fileWith(await buffer(zip.outputStream.pipe(new PassThrough())), name);
}

const EDN = `{:version 2
 :templates [{:id :t1 :content "<< Word >>\\n---\\n<< Meaning >>" :fields {:name {:id :name :name "Word"} :m {:id :m :name "Meaning"}}}]
 :decks [{:id :d1 :name "Languages"}
         {:id :d2 :name "Thai" :parent-id :d1
          :cards ({:id :c1 :content "แมว\\n---\\ncat ![](@media/cat.png)" :tags #{"animal"}
                   :reviews [{:date #inst "2024-01-03T10:00:00.000Z" :due #inst "2024-01-09T10:00:00.000Z" :interval 6 :remembered? true}
                             {:date #inst "2024-01-01T10:00:00.000Z" :due #inst "2024-01-03T10:00:00.000Z" :interval 2 :remembered? false}]}
                  {:id :c2 :content "{{one}} and {{1::two}}, {{three}}"}
                  {:id :c3 :content "" :template-id :t1 :fields {:name {:id :name :value "หมา"} :m {:id :m :value "dog"}}}
                  {:id :c4 :content "gone" :trashed? true}
                  {:id :c1 :content "again\\n---\\nyes"})}]}`;

describe('an archive of Mochi', () => {
  it('gives decks below decks, sides, gaps, templates, tags, media and reviews', async () => {
    const read = await readBy(mochiFormat, await archive({ 'data.edn': EDN, 'cat.png': 'picture' }));
    expect(fieldsOf(read)).toEqual([
      ['แมว', 'cat <img src="cat.png" alt="">'],
      ['{{c1::one}} and {{c1::two}}, {{c2::three}}', ''],
      ['หมา', 'dog'],
      ['again', 'yes'],
    ]);
    expect(read.reading.decks).toEqual([{ id: 'Languages::Thai', name: 'Languages::Thai' }]);
    expect(read.notes.slice(0, 3).map(({ note }) => [note.id, note.tags])).toEqual([
      ['c1', ['animal']],
      ['c2', []],
      ['c3', []],
    ]);
    expect(read.notes[0]?.cards).toEqual([
      {
        ordinal: 0,
        deckId: 'Languages::Thai',
        sourceId: 'c1',
        state: { phase: 'review', dueDay: Date.UTC(2024, 0, 9) / 86_400_000, intervalDays: 6, reps: 2, lapses: 0 },
      },
    ]);
    const { reviews, media } = await everythingIn(read.reading);
    expect(reviews.map(({ card, at, grade }) => [card, at, grade])).toEqual([
      ['c1', Date.UTC(2024, 0, 1, 10), 1],
      ['c1', Date.UTC(2024, 0, 3, 10), 3],
    ]);
    expect(media).toEqual(new Map([['cat.png', Buffer.from('picture')]]));
    expect(oddIn(read)).toEqual({ 'duplicate-guid': 1 });
    await read.reading.close();
  });

  it('reads its JSON, too', async () => {
    const data = {
      '~:version': 2,
      '~:decks': [
        {
          '~:id': '~:d',
          '~:name': 'D',
          '~:cards': { '~#list': [{ '~:id': '~:x', '~:content': 'a\n---\nb', '~:tags': { '~#set': ['t'] } }] },
        },
      ],
    };
    const read = await readBy(mochiFormat, await archive({ 'data.json': JSON.stringify(data) }));
    expect(fieldsOf(read)).toEqual([['a', 'b']]);
    expect(read.notes[0]?.note).toMatchObject({ id: 'x', tags: ['t'] });
    expect(await allOf(read.reading.reviews())).toEqual([]);
  });

  it('takes Markdown files for cards and folders for decks', async () => {
    const read = await readBy(
      mochiFormat,
      await archive({ 'Thai/a.md': '---\ntags: x\n---\nแมว\n---\ncat\n', 'b.md': 'x\r\n---\r\ny' }, 'export.zip'),
    );
    expect(fieldsOf(read)).toEqual([
      ['แมว', 'cat'],
      ['x', 'y'],
    ]);
    expect(read.reading.decks.map(({ name }) => name)).toEqual(['export::Thai', 'export']);
  });

  it('reads a vault of Obsidian, with schedules and pictures; texts without cards are for people', async () => {
    const files = {
      'Vault/.obsidian/app.json': '{}',
      'Vault/.trash/old.md': '#flashcards\nx::y',
      'Vault/Bio/cells.md':
        '---\ntags: [bio]\n---\n#flashcards/bio\n\na::b ![[p.png]]\n<!--SR:!2024-03-20,12,270-->\n\nc::d <!--SR:!x-->',
      'Vault/plain.md': '# For people\n\n---\n\nonly',
      'Vault/cards.md': 'Q: q\nA: w\n\nQ: alone',
      'Vault/img/p.png': 'png',
      'Vault/paper.pdf': 'pdf',
    };
    const read = await readBy(mochiFormat, await archive(files, 'Vault.zip'));
    expect(fieldsOf(read)).toEqual([
      ['a', 'b <img src="p.png" alt="">'],
      ['c', 'd'],
      ['q', 'w'],
    ]);
    expect(read.reading.decks.map(({ name }) => name)).toEqual(['bio', 'cards']);
    expect([read.notes[0]?.note.tags, read.notes[0]?.cards[0]?.state?.intervalDays]).toEqual([['bio'], 12]);
    expect(read.reading.schedule?.dayZero).toBe(Date.UTC(2024, 2, 8) / 86_400_000);
    expect([...(await everythingIn(read.reading)).media.keys()]).toEqual(['p.png']);
    expect(read.reading.odd).toEqual([
      { code: 'date-out-of-range', count: 1, places: ['Vault/Bio/cells.md 9'] },
      { code: 'row-unreadable', count: 1, places: ['Vault/cards.md 4'] },
    ]);
  });

  it('takes one Markdown file for one card', async () => {
    const content = '---\ntags: [a, b]\n---\nThe {{1::cat}}\n\n---\n\non the mat\n---\nmore';
    const read = await readBy(mochiFormat, fileWith(content, 'A card.md'));
    expect(fieldsOf(read)).toEqual([['The {{c1::cat}}', '<p>on the mat</p>\n<p>more</p>']]);
    expect([read.reading.decks[0]?.name, read.notes[0]?.note.tags]).toEqual(['A card', ['a', 'b']]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['data that is cut off', { 'data.edn': '{:decks [' }, 'syntax'],
    ['JSON that is none', { 'data.json': '{' }, 'syntax'],
    ['no decks', { 'data.edn': '{:version 2}' }, 'syntax'],
    ['no cards', { 'data.edn': '{:decks []}' }, 'no-cards'],
    ['nothing of Mochi', { 'x.txt': 'x' }, 'not-known'],
  ])('is refused with %s', async (_, files, why) => {
    await expect(readBy(mochiFormat, await archive(files))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why },
    });
  });
});
