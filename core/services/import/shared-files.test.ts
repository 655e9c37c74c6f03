import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { rawMedia } from '../transfer/anki/raw-collection.fixture.ts';
import { hasSharedDecks, SHARED_DECKS, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';
import { wholeLibrary } from './whole-library.fixture.ts';

interface Listed {
  readonly file: string;
  readonly notes: number;
  readonly cards: number;
  readonly revlog: number;
  readonly decks: readonly string[];
  readonly media?: { readonly count: number; readonly bytes_unpacked: number };
}

/** Everything is as `index.json` says, but for what a row says otherwise. */
interface Row {
  readonly file: string;
  /** Notes that have no card: Anki would show none of them either. */
  readonly withoutCards?: number;
  /** Decks of the file that hold no card themselves: nothing of them is in the library, unless a deck below has some. */
  readonly empty: readonly string[];
}

const anki = (file: string, ...empty: string[]): Row => ({ file, empty: ['Default', ...empty] });
/** No file has a suspended card or one with a flag: their tables say so. */
const PACKAGES: readonly Row[] = [
  ...['0196cf9e', '071b076c', '12b4552f', '21e742f4', '2d47c1da', '359358bd', '375959a2'].map((file) => anki(file)),
  ...['49436153', '4988f837', '785244d6', '7fa227a0', '8762ae52', '91dff8e1', '94fc10c0'].map((file) => anki(file)),
  ...['9ad565d3', 'a860732b', 'a95f37a1', 'b329a7f3', 'd1c1599c', 'e2806cce', 'e8aaee64'].map((file) => anki(file)),
  anki('fab28a3e'),
  { file: '2acbbef0', empty: [] },
  { file: '7dede56d', empty: [] },
  { file: 'd42527e3', empty: [] },
  anki('1000d3c6', 'UFLF pt-en Português-English Vocabulary (Darigov Decks)'),
  anki('f5205aea', 'UFLF pt-en Português-English Vocabulary (Darigov Decks)'),
  anki('acf93af2', 'UFLF fa-en فارسی-English Vocabulary (Darigov Decks)'),
  anki('1d105dd4', 'UFLF fi-en Suomi-English Vocabulary (Darigov Decks)'),
  anki('338047f6', 'UFLF fi-en Suomi-English Vocabulary (Darigov Decks)'),
  anki('db3b96b1', 'UFLF fi-en Suomi-English Vocabulary (Darigov Decks)'),
  anki('8a6ff084', 'Thai', 'Thai::AUA Lessons', 'Thai::Common Parts of Speech', 'Thai::Phonology', 'Thai::Topics'),
  { ...anki('7830aa3f', 'Estonian Deck'), withoutCards: 1 },
];

/** The index counts lines; the first field of these tables is a text of 17 of them. */
const LONG_FIRST_FIELD = 'one field goes over 17 lines';
const TEXTS = [
  { file: '00682d7c', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: '276b4bce', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: '5e8f145e', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: '805d38e3', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: '99dec1f4', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: 'b05b31f7', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: 'd3e15404', format: 'table', notes: 37, cards: 37, why: LONG_FIRST_FIELD },
  { file: '604ef9a0', format: 'table', notes: 191, cards: 191, why: 'as many as rows' },
  { file: 'b8315a7a', format: 'table', notes: 154, cards: 154, why: 'as many as rows' },
  { file: '9f384e47', format: 'table', notes: 54, cards: 54, why: 'as many as rows' },
  { file: 'f411b3a2', format: 'hashcards', notes: 2, cards: 2, why: 'two questions' },
  { file: '9d38f913', format: 'hashcards', notes: 1, cards: 1, why: 'a question' },
  { file: '25af2a89', format: 'hashcards', notes: 1, cards: 2, why: 'a text of two gaps' },
  { file: 'ddb4f9d2', format: 'hashcards', notes: 2, cards: 3, why: 'a question, and a text of two gaps' },
  { file: '424e099a', format: 'hashcards', notes: 1, cards: 1, why: 'a question' },
  { file: '1a95bd25', format: 'hashcards', notes: 6, cards: 9, why: 'questions, and texts of several gaps' },
  { file: '93452b59', format: 'hashcards', notes: 1, cards: 3, why: 'a text of three gaps' },
  { file: '65f2ebdf', format: 'hashcards', notes: 33, cards: 48, why: 'questions, and texts of several gaps' },
  { file: '6f92ebcb', format: 'hashcards', notes: 19, cards: 30, why: 'questions, and texts of several gaps' },
  { file: '7915748b', format: 'hashcards', notes: 21, cards: 24, why: 'questions, and texts of several gaps' },
  { file: '875a5c61', format: 'hashcards', notes: 18, cards: 18, why: 'questions alone' },
  { file: '1c8facce', format: 'obsidian', notes: 1, cards: 1, why: 'one flashcard; the note itself is none' },
  { file: '62a10129', format: 'obsidian', notes: 1, cards: 2, why: 'two gaps; the third schedule has none' },
];

const REFUSED = [
  { file: 'f52bec46', why: 'not-a-zip', because: 'it only says where another file lies' },
  { file: '21ab44f8', why: 'not-sqlite', because: 'it is the path of another file' },
  { file: '50898fff', why: 'no-cards', because: 'a note to be read again as a whole, without a flashcard' },
  { file: 'b6679e89', why: 'no-cards', because: 'a note to be read again as a whole, without a flashcard' },
  { file: '4dfa1771', why: 'no-cards', because: 'a note to be read again as a whole, without a flashcard' },
  { file: '668e0703', why: 'not-known', because: 'a picture that a deck names' },
  { file: 'f2edf33c', why: 'not-known', because: 'a picture that a deck names' },
  { file: 'dd648a20', why: 'not-known', because: 'a sound that a deck names' },
  { file: 'a83c2f92', why: 'not-known', because: 'definitions of TeX' },
];

let app: StudyApp;
afterEach(() => app.dispose());

const index = hasSharedDecks
  ? (JSON.parse(readFileSync(join(SHARED_DECKS, 'index.json'), 'utf8')) as readonly Listed[])
  : [];
const listed = (file: string) => index.find((each) => each.file.startsWith(file))!;

describe.skipIf(!hasSharedDecks)('every shared file, taken in (skipped without ../shared/decks)', () => {
  it('has a row', async () => {
    app = await startStudyApp();
    const files = readdirSync(SHARED_DECKS).filter((name) => name !== 'index.json');
    const rows = [...PACKAGES, ...TEXTS, ...REFUSED].map(({ file }) => file);
    expect(rows.sort()).toEqual(files.map((name) => name.slice(0, 8)).sort());
    expect(index.length).toBe(files.length);
  });

  it.each(PACKAGES)('$file: is in the library as the index says', async ({ file, withoutCards = 0, empty }) => {
    app = await startStudyApp();
    const expected = listed(file);
    const source = sharedDeck(file);
    const { counts } = await app.call('library.import', { path: source.path, options: {} });
    const there = await wholeLibrary(app);
    expect([counts.notes, counts.cards, counts.reviews]).toEqual([expected.notes, expected.cards, expected.revlog]);
    expect([there.notes.length, there.cards.length, there.reviews.length]).toEqual([
      ...[expected.notes - withoutCards, expected.cards, expected.revlog],
    ]);
    const decks = expected.decks.map((name) => name.replaceAll('\x1f', '::')).filter((name) => !empty.includes(name));
    expect([...new Set(there.cards.map(({ deck }) => deck))].sort()).toEqual(decks.sort());
    expect(
      empty.every((name) => expected.decks.includes(name.replaceAll('::', '\x1f')) || expected.decks.includes(name)),
    ).toBe(true);
    const media = await rawMedia(source);
    expect([media.length, counts.media]).toEqual([expected.media?.count ?? 0, expected.media?.count ?? 0]);
    expect(there.media).toEqual(media.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort());
    expect(there.cards.filter(({ suspended, flag }) => suspended || flag)).toEqual([]);
    expect((await app.call('data.check', {})).library).toMatchObject({ damaged: 0, orphans: 0 });
  });

  it.each(TEXTS)(
    '$file, a $format: $notes notes and $cards cards, for $why',
    async ({ file, format, notes, cards }) => {
      app = await startStudyApp();
      const report = await app.call('library.import', { path: sharedDeck(file).path, options: {} });
      const there = await wholeLibrary(app);
      expect(report.file.format).toBe(format);
      expect(report.counts).toMatchObject({ notes, cards, reviews: 0, media: 0 });
      expect([there.notes.length, there.cards.length]).toEqual([notes, cards]);
      expect(there.cards.filter(({ suspended, flag }) => suspended || flag)).toEqual([]);
    },
  );

  it.each(REFUSED)('$file is refused as $why: $because', async ({ file, why }) => {
    app = await startStudyApp();
    const { path } = sharedDeck(file);
    await expect(app.call('library.import', { path, options: {} })).rejects.toMatchObject({
      ...{ code: 'import-unreadable', details: { why, file: expect.stringContaining(file) as string } },
    });
    expect((await wholeLibrary(app)).notes).toEqual([]);
  });
});
