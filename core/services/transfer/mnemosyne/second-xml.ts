import type { Oddities } from '../oddities.ts';
import { isGapped, UNTAGGED, viewPlace, type MnemosyneCollection, type MnemosyneFact } from './collection.ts';
import { readRecords, type Attributes } from './xml-records.ts';

/** Values of `type` of a log entry. */
const CARD = '6';
const TAG = '10';
const FACT = '16';

/**
 * The XML in cards that Mnemosyne 2 shares: a log of tags, facts and cards that were added.
 * @throws AppError `import-unreadable` `syntax`, with the line; `not-known`
 */
export function secondXml(text: string, file: string, odd: Oddities): MnemosyneCollection {
  const tags = new Map<string, string>();
  const facts = new Map<string, MnemosyneFact & { readonly cards: MnemosyneFact['cards'][number][]; tags: string[] }>();
  readRecords(text, { root: 'openSM2sync', record: 'log', file, part: 'cards.xml ' }, take);
  return { facts: [...facts.values()].filter(({ cards }) => cards.length > 0), reviews: [] };

  function take(entry: Attributes, texts: ReadonlyMap<string, string>): void {
    const id = entry['o_id'] ?? '';
    if (entry['type'] === TAG) tags.set(id, texts.get('name') ?? '');
    if (entry['type'] === FACT)
      facts.set(id, {
        id,
        cardType: '1',
        data: named(texts),
        category: '',
        tags: [],
        createdAt: 0,
        modifiedAt: 0,
        cards: [],
      });
    if (entry['type'] === CARD) takeCard(id, entry);
  }

  function takeCard(id: string, entry: Attributes): void {
    const key = entry['fact'] ?? '';
    const fact = facts.get(key);
    if (!fact) return odd.add('card-without-note', id);
    const number = (name: string) => Number(entry[name] ?? 0) || 0;
    const cardType = entry['card_t'] ?? '1';
    const wanted = (entry['tags'] ?? '').split(',').map((tag) => tags.get(tag) ?? '');
    const own = wanted.filter((tag) => tag !== '' && tag !== UNTAGGED && !fact.tags.includes(tag));
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

/** A key that is a number can not be the name of an element. */
const named = (texts: ReadonlyMap<string, string>) =>
  new Map([...texts].map(([key, text]) => [key.replace(/^___/, ''), text]));
