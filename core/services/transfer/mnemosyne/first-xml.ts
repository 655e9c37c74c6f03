import { SaxesParser } from 'saxes';
import { unreadable } from '../unreadable.ts';
import type { MnemosyneCard, MnemosyneCollection, MnemosyneFact } from './collection.ts';

const DAY_MS = 86_400_000;
/** Elements deeper than these are none of Mnemosyne's. */
const MAX_DEPTH = 20;

type Attributes = Readonly<Record<string, string>>;

/**
 * The XML of Mnemosyne 1: items with question, answer and category; days count from `time_of_start`.
 * @throws AppError `import-unreadable` `syntax`, with the line
 */
export function firstXml(text: string, file: string): MnemosyneCollection {
  const facts: MnemosyneFact[] = [];
  const parser = new SaxesParser();
  let startAt: number | null = null;
  let item: Attributes | null = null;
  let depth = 0;
  let content = '';
  let texts = new Map<string, string>();
  parser.on('error', (error) => {
    throw unreadable('syntax', file, `${parser.line}`, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw unreadable('syntax', file, `${parser.line}`);
    if (depth === 1 && name !== 'mnemosyne') throw unreadable('not-known', file, name.slice(0, 60));
    const startSec = Number(attributes['time_of_start']);
    if (depth === 1 && startSec > 0) startAt = startSec * 1000;
    if (name === 'item') [item, texts] = [attributes, new Map()];
    content = '';
  });
  parser.on('text', (piece) => (content += piece));
  parser.on('cdata', (piece) => (content += piece));
  parser.on('closetag', ({ name }) => {
    depth--;
    if (name !== 'item') texts.set(name, content);
    else if (item) facts.push(factOf(item, texts, startAt));
    content = '';
  });
  parser.write(text).close();
  return { facts, reviews: [] };
}

function factOf(item: Attributes, texts: ReadonlyMap<string, string>, startAt: number | null): MnemosyneFact {
  const id = item['id'] ?? '';
  return {
    // Ids that begin with _ are made up at every export.
    id: id === '' || id.startsWith('_') || id === '0' ? null : id,
    cardType: '1',
    data: new Map([
      ['f', texts.get('Q') ?? ''],
      ['b', texts.get('A') ?? ''],
    ]),
    category: texts.get('cat')?.trim() ?? '',
    tags: [],
    createdAt: 0,
    modifiedAt: 0,
    cards: [cardOf(item, startAt)],
  };
}

function cardOf(item: Attributes, startAt: number | null): MnemosyneCard {
  const number = (name: string) => Number(item[name] ?? 0) || 0;
  const reps = number('ac_rp') + number('rt_rp');
  const isKnown = startAt !== null && item['gr'] !== undefined && reps > 0;
  return {
    id: item['id'] ?? '',
    ordinal: 0,
    grade: isKnown ? number('gr') : -1,
    easiness: number('e'),
    reps,
    lapses: number('lps'),
    lastAt: (startAt ?? 0) + number('l_rp') * DAY_MS,
    nextAt: (startAt ?? 0) + number('n_rp') * DAY_MS,
  };
}
