import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { OddityCode } from '../../../domain/note/oddities.ts';
import type { Reading } from '../format.ts';
import { ankiFormat } from './format.ts';
import { everythingIn, hasSharedDecks, SHARED_DECKS, sharedDeck } from './shared-decks.fixture.ts';

interface Indexed {
  readonly file: string;
  readonly notes: number;
  readonly cards: number;
  readonly revlog: number;
  readonly decks: readonly string[];
  readonly media: { readonly count: number; readonly bytes_unpacked: number } | null;
  readonly notetypes: readonly {
    readonly id: number;
    readonly name: string;
    readonly cloze: boolean;
    readonly fields: readonly string[];
    readonly templates: readonly string[];
    readonly notes: number;
  }[];
}

interface Row {
  readonly file: string;
  readonly suspended: number;
  readonly flagged: number;
  readonly occlusion?: string;
  readonly odd?: Partial<Record<OddityCode, number>>;
}
const row = (file: string, odd?: Row['odd']): Row => ({ file, suspended: 0, flagged: 0, ...(odd && { odd }) });

/** Everything else is as `index.json` says: numbers of notes, cards, reviews and media, decks and note types by name. */
const WHOLE: readonly Row[] = [
  row('0196cf9e'),
  row('071b076c'),
  row('1000d3c6'),
  row('12b4552f'),
  row('1d105dd4'),
  row('21e742f4'),
  row('2acbbef0'),
  row('2d47c1da'),
  row('338047f6'),
  row('359358bd'),
  row('375959a2'),
  row('49436153'),
  row('4988f837'),
  // Its only note has an empty front in every template.
  row('7830aa3f', { 'note-without-cards': 1 }),
  // Schema 11 says the kind of a stock type in JSON, which the index does not tell.
  { ...row('785244d6'), occlusion: 'anki-1722337061626' },
  row('7dede56d'),
  row('7fa227a0'),
  row('8762ae52'),
  // 374 of its notes have the guid of another: they are notes of their own, under an id that is theirs.
  row('8a6ff084', { 'duplicate-guid': 374 }),
  row('91dff8e1'),
  row('94fc10c0'),
  row('9ad565d3'),
  row('a860732b'),
  row('a95f37a1'),
  row('acf93af2'),
  row('b329a7f3'),
  row('d1c1599c'),
  row('d42527e3'),
  row('db3b96b1'),
  row('e2806cce'),
  row('e8aaee64'),
  row('f5205aea'),
  row('fab28a3e'),
];
/** No decks at all: a pointer to a file elsewhere, and a link to one. */
const MALFORMED = [
  { file: 'f52bec46', why: 'not-a-zip' },
  { file: '21ab44f8', why: 'not-sqlite' },
];

describe.skipIf(!hasSharedDecks)('every shared deck is read as it is (skipped without ../shared/decks)', () => {
  let reading: Reading | null = null;
  afterEach(async () => {
    await reading?.close();
    reading = null;
  });
  const open = async (file: string) =>
    (reading = await ankiFormat.open(sharedDeck(file), { signal: new AbortController().signal }));
  const index = hasSharedDecks
    ? (JSON.parse(readFileSync(join(SHARED_DECKS, 'index.json'), 'utf8')) as readonly Indexed[])
    : [];

  it('has a row for each file', () => {
    const files = readdirSync(SHARED_DECKS).filter((name) => /\.(apkg|colpkg|anki2|anki21)$/.test(name));
    const rows = [...WHOLE, ...MALFORMED].map(({ file }) => file);
    expect(rows.sort()).toEqual(files.map((name) => name.slice(0, 8)).sort());
  });

  it.each(WHOLE)('$file', async ({ file, suspended, flagged, occlusion, odd = {} }) => {
    const expected = index.find((each) => each.file.startsWith(file))!;
    const { counts, types, decks, ...rest } = await open(file);
    const { notes, reviews, media } = await everythingIn({ counts, types, decks, ...rest });
    const cards = notes.flatMap((note) => note.cards);

    expect(counts).toEqual({
      notes: expected.notes,
      cards: expected.cards,
      reviews: expected.revlog,
      media: expected.media?.count ?? 0,
    });
    expect([notes.length, cards.length, reviews.length, media.size]).toEqual(Object.values(counts));
    expect(new Set(notes.map(({ note }) => note.id)).size).toBe(notes.length);
    expect(decks.map(({ name }) => name).sort()).toEqual(
      expected.decks.map((name) => name.replaceAll('\x1f', '::')).sort(),
    );
    expect(cards.filter((card) => card.suspended).length).toBe(suspended);
    expect(cards.filter((card) => card.flag).length).toBe(flagged);
    expect(types.map((type) => shown(type, notes)).sort(byId)).toEqual(expected.notetypes.map(indexed).sort(byId));
    expect(types.filter(({ stock }) => stock).map(({ id }) => id)).toEqual(occlusion ? [occlusion] : []);
    const bytes = [...media.values()].map((each) => each!.length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBe(expected.media?.bytes_unpacked ?? 0);
    expect(Object.fromEntries(reading!.odd.map(({ code, count }) => [code, count]))).toEqual(odd);
  });

  it.each(MALFORMED)('$file: $why', async ({ file, why }) => {
    await expect(open(file)).rejects.toMatchObject({ code: 'import-unreadable', details: { why, place: '' } });
  });

  it('knows each by its bytes, and a file of another kind not', () => {
    const certainty = (file: string, name?: string) => {
      const source = sharedDeck(file);
      return ankiFormat.detect(readFileSync(source.path).subarray(0, 65_536), name ?? source.name);
    };
    expect(WHOLE.map(({ file }) => certainty(file))).toEqual(WHOLE.map(() => 1));
    expect(certainty('4988f837', 'renamed.zip')).toBeGreaterThan(0.9);
    expect(certainty('2acbbef0', 'renamed.db')).toBeGreaterThan(0.9);
    expect(MALFORMED.map(({ file }) => certainty(file))).toEqual([0.8, 0.8]);
    expect([certainty('9f384e47'), certainty('1a95bd25'), certainty('dd648a20')]).toEqual([0, 0, 0]);
  });
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

const indexed = (type: Indexed['notetypes'][number]) => ({
  id: `anki-${type.id}`,
  name: type.name,
  kind: type.cloze ? 'cloze' : 'standard',
  fields: type.fields,
  templates: type.templates,
  notes: type.notes,
});

const shown = (type: Reading['types'][number], notes: Awaited<ReturnType<typeof everythingIn>>['notes']) => ({
  id: type.id,
  name: type.name,
  kind: type.kind,
  fields: type.fields.map(({ name }) => name),
  templates: type.templates.map(({ name }) => name),
  notes: notes.filter(({ note }) => note.content.kind === 'fields' && note.content.typeId === type.id).length,
});
