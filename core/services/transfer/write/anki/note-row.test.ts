import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasSharedDecks, SHARED_DECKS, sharedDeck } from '../../anki/shared-decks.fixture.ts';
import { sqliteEngine } from '../../anki/sqlite-engine.ts';
import { openZip, wholeOf } from '../../zip-source.ts';
import type { Note } from '../../../../domain/note/note.ts';
import { tagsWithoutProgress } from '../tags.ts';
import { checksum, noteRow } from './note-row.ts';
import { stripped } from './stripped.ts';

const note = (fields: readonly string[], tags: readonly string[] = []) => {
  const content = { kind: 'fields', typeId: 't', fields } as const;
  const whole: Note = { id: 'g#1', content, tags, createdAt: 5, modifiedAt: 1_700_000_000_999 };
  return noteRow({ id: 7, typeId: 9, sortField: 1, note: whole, guid: 'g#1', fields, tags });
};

describe('a row of notes', () => {
  it('holds what Anki looks for, in its columns', () => {
    const row = note(['<b>test</b>', '<img src="a b.png">x&nbsp;&amp;y', ''], ['a', 'b::c']);
    expect(row).toEqual([
      7,
      'g#1',
      9,
      1_700_000_000,
      -1,
      ' a b::c ',
      '<b>test</b>\x1f<img src="a b.png">x&nbsp;&amp;y\x1f',
      ' a b.png x &y',
      2_840_236_005,
      '',
    ]);
  });

  it('text is NFC, and nothing in a field parts fields', () => {
    const row = note(['cafe\u0301\x1fx', 'y\0']);
    expect(row[6]).toBe('caf\u00e9 x\x1fy ');
    expect(note(['a', 'b'])[5]).toBe('');
  });

  it.each([
    ['test', 2_840_236_005],
    ['今日', 1_464_653_051],
  ])('checksum of %s', (text, sum) => expect(checksum(text)).toBe(sum));

  it('tags of progress are told from those of content', () => {
    expect(tagsWithoutProgress(['verb', 'marked', 'Leech', 'leeches'])).toEqual(['verb', 'leeches']);
  });
});

describe('text as Anki sees it without HTML', () => {
  it.each([
    ['a<!-- <b>x</b> -->b', 'ab'],
    ['a<style>p{}</STYLE>b<script>1>0</script>c', 'abc'],
    ['a<style>b', 'ab'],
    ['1 < 2', '1 < 2'],
    ["<img class=x src='é.jpg'/>", ' é.jpg '],
    ['&lt;b&gt; &eacute;', '<b> é'],
    ['<!-- open <b>x</b>', 'x'],
  ])('%s', (html, text) => expect(stripped(html)).toBe(text));

  it('a field of a million open marks takes no longer than one of text', () => {
    const hostile = '<!-- <style> '.repeat(100_000);
    expect(stripped(hostile)).toBe(' '.repeat(100_000));
  });
});

/** Written by other programs, which leave the checksum 0; and one that is no collection. */
const NOT_BY_ANKI = /^(2d47c1da|375959a2|7830aa3f|91dff8e1|9ad565d3|21ab44f8)/;
const BY_ANKI = hasSharedDecks
  ? readdirSync(SHARED_DECKS).filter((name) => /\.(apkg|colpkg|anki2)$/.test(name) && !NOT_BY_ANKI.test(name))
  : [];

describe.skipIf(!hasSharedDecks)('checksum and sort field (skipped without ../shared/decks)', () => {
  it('are those that Anki itself wrote, in every note of the shared decks', async () => {
    let notes = 0;
    const different: string[] = [];
    for (const name of BY_ANKI) {
      const bytes = await collectionIn(name);
      if (!bytes) continue;
      const { Database } = await sqliteEngine();
      const db = new Database(bytes);
      const models = String(db.exec('select models from col')[0]?.values[0]?.[0] ?? '');
      // Schemas from 15 have it elsewhere, and the fields are the same.
      const sorted = models === '' ? {} : (JSON.parse(models) as Record<string, { sortf: number }>);
      for (const [type, flds, sfld, csum] of db.exec('select mid, flds, sfld, csum from notes')[0]?.values ?? []) {
        const fields = String(flds).split('\x1f');
        const sort = stripped(fields[sorted[String(type)]?.sortf ?? 0]!);
        notes++;
        if (checksum(stripped(fields[0]!)) !== csum || sort !== String(sfld)) different.push(`${name}: ${fields[0]}`);
      }
      db.close();
    }
    expect(different).toEqual([]);
    expect(notes).toBeGreaterThan(7_000);
  });
});

async function collectionIn(name: string): Promise<Uint8Array | null> {
  const source = sharedDeck(name);
  if (name.endsWith('.anki2')) return readFileSync(source.path);
  const zip = await openZip(source, new AbortController().signal).catch(() => null);
  if (!zip || zip.entries.has('collection.anki21b')) return null;
  const entry = zip.entries.get('collection.anki21') ?? zip.entries.get('collection.anki2')!;
  const bytes = await wholeOf(zip.pieces(entry), { file: name, place: '', maxBytes: 1e9 });
  zip.close();
  return bytes;
}
