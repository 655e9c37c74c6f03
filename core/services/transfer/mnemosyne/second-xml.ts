import { SaxesParser } from 'saxes';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { isGapped, UNTAGGED, viewPlace, type MnemosyneCollection, type MnemosyneFact } from './collection.ts';

/** Values of `type` of a log entry. */
const CARD = '6';
const TAG = '10';
const FACT = '16';
/** Elements deeper than these are none of Mnemosyne's. */
const MAX_DEPTH = 20;

type Attributes = Readonly<Record<string, string>>;

/**
 * The XML in cards that Mnemosyne 2 shares: a log of tags, facts and cards that were added.
 * @throws AppError `import-unreadable` `syntax`, with the line; `not-known`
 */
export function secondXml(text: string, file: string, odd: Oddities): MnemosyneCollection {
  const tags = new Map<string, string>();
  const facts = new Map<string, MnemosyneFact & { readonly cards: MnemosyneFact['cards'][number][]; tags: string[] }>();
  const parser = new SaxesParser();
  let entry: Attributes = {};
  let texts = new Map<string, string>();
  let depth = 0;
  let content = '';
  parser.on('error', (error) => {
    throw unreadable('syntax', file, `cards.xml ${parser.line}`, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw unreadable('syntax', file, `cards.xml ${parser.line}`);
    if (depth === 1 && name !== 'openSM2sync') throw unreadable('not-known', file, name.slice(0, 60));
    if (name === 'log') [entry, texts] = [attributes, new Map()];
    content = '';
  });
  parser.on('text', (piece) => (content += piece));
  parser.on('cdata', (piece) => (content += piece));
  parser.on('closetag', ({ name }) => {
    depth--;
    // A key that is a number can not be the name of an element.
    if (name === 'log') take();
    else texts.set(name.replace(/^___/, ''), content);
    content = '';
  });
  parser.write(text).close();
  return { facts: [...facts.values()].filter(({ cards }) => cards.length > 0), reviews: [] };

  function take(): void {
    const id = entry['o_id'] ?? '';
    if (entry['type'] === TAG) tags.set(id, texts.get('name') ?? '');
    if (entry['type'] === FACT)
      facts.set(id, { id, cardType: '1', data: texts, category: '', tags: [], createdAt: 0, modifiedAt: 0, cards: [] });
    if (entry['type'] === CARD) takeCard(id);
  }

  function takeCard(id: string): void {
    const key = entry['fact'] ?? '';
    const fact = facts.get(key);
    if (!fact) return odd.add('card-without-note', id);
    const number = (name: string) => Number(entry[name] ?? 0) || 0;
    const cardType = entry['card_t'] ?? '1';
    const named = (entry['tags'] ?? '').split(',').map((tag) => tags.get(tag) ?? '');
    const own = named.filter((tag) => tag !== '' && tag !== UNTAGGED && !fact.tags.includes(tag));
    const card = {
      ...{ id, grade: number('gr'), easiness: number('e'), reps: number('ac_rp') + number('rt_rp') },
      ...{ lapses: number('lps'), lastAt: number('l_rp') * 1000, nextAt: number('n_rp') * 1000 },
      ordinal: isGapped(cardType) ? fact.cards.length : viewPlace(entry['fact_v'] ?? ''),
    };
    facts.set(key, {
      ...fact,
      ...{ cardType, tags: [...fact.tags, ...own], cards: [...fact.cards, card] },
      ...{ createdAt: number('c_time') * 1000, modifiedAt: number('m_time') * 1000 },
    });
  }
}
