import { letOthersRun } from '../cancellation.ts';
import { escapeText } from '../../../domain/template/escape.ts';
import type { Outgoing, WriteOptions, Written } from './outgoing.ts';
import { plainNote } from './plain-note.ts';
import { plainSides, type PlainSides } from './plain-sides.ts';
import { writtenFile } from './written-file.ts';

const COLUMNS = 2;
const A_PAGE = 8;

/** Paper of A4; lines to cut along; long texts in smaller letters. */
const STYLE = `
@page { size: A4; margin: 8mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 14pt/1.35 "IBM Plex Sans Thai Looped", "Noto Sans Thai", Loma, sans-serif; color: #000; background: #fff; }
section { display: grid; grid-template: repeat(4, 1fr) / repeat(${COLUMNS}, 1fr); width: 194mm; height: 280mm; break-after: page; }
section:last-child { break-after: auto; }
div { display: flex; align-items: center; justify-content: center; padding: 4mm; outline: 0.2mm dashed #888; overflow: hidden; }
p { margin: 0; white-space: pre-line; text-align: center; overflow-wrap: anywhere; max-height: 100%; }
.long p { font-size: 10pt; text-align: start; }
.longer p { font-size: 7pt; text-align: start; }
@media screen { section { margin: 8mm auto; } }`;
const LONG = 160;
const LONGER = 480;

/**
 * Writes a page to print: eight cards a sheet with lines to cut along, fronts and then backs, so that both lie on each other when the
 * paper is turned over its long edge. Text only.
 * @param path of the file, which is there whole or not at all
 * @throws AppError `cancelled`, errors of the disk
 */
export async function writePrintable(outgoing: Outgoing, path: string, options: WriteOptions): Promise<Written> {
  const counts = { notes: 0, cards: 0, leftOut: 0 };
  const bytes = await writtenFile(path, () => sheets(outgoing, options, counts));
  return { ...counts, reviews: 0, media: 0, bytes };
}

type Counts = { notes: number; cards: number; leftOut: number };

async function* sheets(outgoing: Outgoing, options: WriteOptions, counts: Counts) {
  const title = escapeText(outgoing.decks[0]?.name ?? '');
  yield Buffer.from(
    `<!doctype html>\n<html lang="${options.language}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>\n`,
  );
  let cards: PlainSides[] = [];
  for await (const card of cardsIn(outgoing, options, counts)) {
    cards.push(card);
    if (cards.length < A_PAGE) continue;
    await letOthersRun(options.signal);
    yield sheet(cards);
    cards = [];
  }
  if (cards.length > 0) yield sheet(cards);
  yield Buffer.from('</body></html>\n');
}

async function* cardsIn(outgoing: Outgoing, { language }: WriteOptions, counts: Counts): AsyncGenerator<PlainSides> {
  const decks = new Map(outgoing.decks.map(({ id, name }) => [id, name]));
  const types = new Map(outgoing.types.map((type) => [type.id, type]));
  for await (const { note, cards } of outgoing.notes()) {
    const { content, tags } = note;
    const plain = content.kind === 'question' ? plainNote(content, language) : null;
    const type = content.kind === 'question' ? plain?.type : types.get(content.typeId);
    const fields = content.kind === 'question' ? plain?.fields : content.fields;
    if (!type || !fields) {
      counts.leftOut++;
      continue;
    }
    counts.notes++;
    counts.cards += cards.length;
    for (const { ordinal, deckId } of cards) yield plainSides({ type, fields, tags }, ordinal, decks.get(deckId) ?? '');
  }
}

/** Fronts, then backs with their columns turned. */
function sheet(cards: readonly PlainSides[]): Buffer {
  const places = Array.from({ length: A_PAGE }, (_, i) => cards[i]);
  const fronts = places.map((card) => card?.front ?? '');
  const backs = places.map((_, i) => places[i - (i % COLUMNS) + (COLUMNS - 1 - (i % COLUMNS))]?.back ?? '');
  return Buffer.from([fronts, backs].map((texts) => `<section>${texts.map(side).join('')}</section>\n`).join(''));
}

const side = (text: string) => {
  const size = text.length > LONGER ? ' class="longer"' : text.length > LONG ? ' class="long"' : '';
  return `<div${size}><p>${escapeText(text)}</p></div>`;
};
