import { letOthersRun } from '../cancellation.ts';
import { fileHead } from '../file-head.ts';
import type { Format, ReadOptions, Source, SourceReview, SourceSchedule } from '../format.ts';
import { FieldNotes } from '../markdown/field-notes.ts';
import { frontMatter, tagsOf } from '../markdown/front-matter.ts';
import { openMarkdown } from '../markdown/open.ts';
import { Oddities } from '../oddities.ts';
import { decodedText } from '../text-encoding.ts';
import { stemOf } from '../text-file.ts';
import { textReading } from '../text-reading.ts';
import { deckName, tagsIn } from '../texts.ts';
import { unreadable } from '../unreadable.ts';
import { namedMedia } from '../zip-media.ts';
import { isZip, openZip, wholeOf, type ZipEntry, type ZipSource } from '../zip-source.ts';
import { addContent, addMochiCards } from './cards.ts';
import { mochiData } from './data.ts';
import { addMarkdownFiles, type MarkdownFile } from './markdown-files.ts';

const MAX_DATA = 128 << 20;
const MAX_CARD = 1 << 20;
const DAY_MS = 86_400_000;
/** More than a text in which nothing is a card, less than one that has cards of another kind. */
const SIDES_ONLY = 0.3;
const DATA = ['data.edn', 'data.json'];

/** Mochi: its own archives, and its Markdown, where every file is a card and, in an archive, every folder a deck. Archives of other Markdown as well. */
export const mochiFormat: Format = {
  id: 'mochi',
  extensions: ['mochi', 'zip', 'md', 'markdown'],

  detect(head, name) {
    if (!isZip(head))
      return /\.(?:md|markdown)$/i.test(name) && hasSides(new TextDecoder().decode(head)) ? SIDES_ONLY : 0;
    if (/\.mochi$/i.test(name)) return 1;
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
    return /\.zip$/i.test(name) && (text.includes('data.edn') || /\.md(?:[^a-z]|$)/.test(text)) ? 0.6 : 0;
  },

  async open(source, options) {
    if (source.bytes === 0) throw unreadable('empty', source.name);
    if (!isZip(await fileHead(source))) return openCard(source, options);
    const zip = await openZip(source, options.signal);
    try {
      return await readingOf(zip, source, options);
    } catch (error) {
      zip.close();
      throw error;
    }
  },
};

/** Sides of a card stand between lines `---`; headings of a text for people may, too. */
const hasSides = (text: string) => /\S\s*\n---[ \t]*\n\s*\S/.test(frontMatter(text.replaceAll('\r\n', '\n')).body);

/** One text is one card. */
const openCard = (source: Source, options: ReadOptions) =>
  openMarkdown(source, options, (text, odd) => {
    const notes = new FieldNotes(odd);
    const { matter, body } = frontMatter(text);
    addContent(notes, body, { deck: deckName(stemOf(source.name)), tags: tagsIn('', tagsOf(matter)) });
    return { notes };
  });

async function readingOf(zip: ZipSource, source: Source, { signal }: ReadOptions) {
  const odd = new Oddities();
  const notes = new FieldNotes(odd);
  const isOwn = DATA.some((name) => zip.entries.has(name));
  const { reviews, schedule } = await readCards(zip, source, { notes, odd, signal });
  await letOthersRun(signal);
  if (notes.notes.length === 0) throw unreadable('no-cards', source.name);
  const lastAt = reviews.at(-1)?.at ?? 0;
  const reading = textReading({
    types: [...notes.types.values()],
    decks: [...notes.decks],
    counts: { notes: notes.notes.length, cards: notes.notes.reduce((sum, { cards }) => sum + cards.length, 0) },
    odd,
    ...(lastAt > 0
      ? { schedule: { at: lastAt, dayZero: Math.floor(lastAt / DAY_MS), rolloverHour: 0, utcOffsetMin: null } }
      : schedule && { schedule }),
    media: namedMedia(zip, (name) => DATA.includes(name) || isAside(name) || !isMedia(name, isOwn), odd),
    async *notes() {
      yield* notes.notes;
    },
  });
  return {
    ...reading,
    counts: { ...reading.counts, reviews: reviews.length },
    get odd() {
      return odd.list;
    },
    async *reviews() {
      yield* reviews;
    },
    async close() {
      zip.close();
    },
  };
}

interface Into {
  readonly notes: FieldNotes;
  readonly odd: Oddities;
  readonly signal: AbortSignal;
}

async function readCards(
  zip: ZipSource,
  source: Source,
  { notes, odd, signal }: Into,
): Promise<{ readonly reviews: SourceReview[]; readonly schedule: SourceSchedule | null }> {
  const textOf = async (entry: ZipEntry, maxBytes: number) => {
    const bytes = await wholeOf(zip.pieces(entry), { file: source.name, place: entry.name.slice(0, 100), maxBytes });
    const { text, isMended } = decodedText(bytes, 'utf-8');
    if (isMended) odd.add('text-not-utf8', entry.name);
    return text;
  };
  const data = DATA.map((name) => zip.entries.get(name)).find((entry) => entry !== undefined);
  if (data) {
    const read = mochiData(await textOf(data, MAX_DATA), data.name.endsWith('json'), source.name);
    return { reviews: addMochiCards(read, notes, odd), schedule: null };
  }
  const found = [...zip.entries.values()].filter(({ name }) => /\.md$/i.test(name) && !isAside(name));
  if (found.length === 0) throw unreadable('not-known', source.name);
  const files: MarkdownFile[] = [];
  let left = MAX_DATA;
  for (const entry of found) {
    const text = await textOf(entry, Math.min(left, MAX_CARD));
    left -= text.length;
    files.push({ path: entry.name, text: text.replaceAll(/\r\n?/g, '\n') });
  }
  return { reviews: [], schedule: await addMarkdownFiles(notes, files, { deck: stemOf(source.name), odd, signal }) };
}

/** All that an archive of Mochi's own has beside its texts; of a vault what can be shown or heard. */
const isMedia = (path: string, isOwn: boolean) =>
  isOwn
    ? !/\.md$/i.test(path)
    : /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp3|og[agv]|opus|wav|m4a|flac|aac|3gp|mp4|webm|mov)$/i.test(path);

/** What systems and editors put beside, and what was thrown away. */
const isAside = (path: string) => /(?:^|\/)(?:\.[^/]|__MACOSX\/)/.test(path);
