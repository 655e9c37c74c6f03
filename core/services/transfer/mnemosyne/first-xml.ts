import type { MnemosyneCard, MnemosyneCollection, MnemosyneFact } from './collection.ts';
import { readRecords, type Attributes } from './xml-records.ts';

const DAY_MS = 86_400_000;

/**
 * The XML of Mnemosyne 1: items with question, answer and category; days count from `time_of_start`.
 * @throws AppError `import-unreadable` `syntax`, with the line
 */
export function firstXml(text: string, file: string): MnemosyneCollection {
  const facts: MnemosyneFact[] = [];
  readRecords(text, { root: 'mnemosyne', record: 'item', file }, (item, texts, { time_of_start: start }) => {
    const startSec = Number(start);
    facts.push(factOf(item, texts, startSec > 0 ? startSec * 1000 : null));
  });
  return { facts: withSiblings(facts), reviews: [] };
}

function factOf(item: Attributes, texts: ReadonlyMap<string, string>, startAt: number | null): MnemosyneFact {
  const id = item['id'] ?? '';
  return {
    // Ids that begin with _ are made up at every export.
    id: isLasting(id) ? id : null,
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
  // What was shown and not learned yet is new, whatever it counts.
  const isUnseen = item['u'] === '1' && number('gr') < 2;
  const isKnown = startAt !== null && item['gr'] !== undefined && reps > 0 && !isUnseen;
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

const isLasting = (id: string) => id !== '' && !id.startsWith('_') && id !== '0';
const plain = (text: string | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/**
 * Cards of one fact have ids that go on from that of the first: `.inv` for the other way, `.tr.1` for the other way of a word with its
 * pronunciation. Those that were changed since, and say something else, stay by themselves.
 */
function withSiblings(facts: readonly MnemosyneFact[]): MnemosyneFact[] {
  const byId = new Map(facts.map((fact) => [fact.cards[0]!.id, fact]));
  const joined = new Set<MnemosyneFact>();
  return facts
    .map((fact) => {
      const { id } = fact.cards[0]!;
      const [other, word] = [byId.get(`${id}.inv`), byId.get(`${id}.tr.1`)];
      const both = other && id !== '' ? bothWays(fact, other) : null;
      const known = both ?? (word && id !== '' ? vocabulary(fact, word) : null);
      if (!known) return fact;
      joined.add(both ? other! : word!);
      return known;
    })
    .filter((fact) => !joined.has(fact));
}

const together = (fact: MnemosyneFact, other: MnemosyneFact) => [fact.cards[0]!, { ...other.cards[0]!, ordinal: 1 }];

function bothWays(fact: MnemosyneFact, other: MnemosyneFact): MnemosyneFact | null {
  const isSame =
    plain(fact.data.get('f')) === plain(other.data.get('b')) &&
    plain(fact.data.get('b')) === plain(other.data.get('f'));
  return isSame ? { ...fact, cardType: '2', cards: together(fact, other) } : null;
}

function vocabulary(fact: MnemosyneFact, other: MnemosyneFact): MnemosyneFact | null {
  const [word, answer] = [fact.data.get('f') ?? '', fact.data.get('b') ?? ''];
  const meaning = other.data.get('f') ?? '';
  const [first = '', ...rest] = answer.trim().split('\n');
  const [spoken, meant] = plain(rest.join('\n')) === plain(meaning) ? [first, meaning] : ['', answer];
  const isSame = plain(meant) === plain(meaning) && plain(other.data.get('b')) === plain(`${word} ${spoken}`);
  if (!isSame) return null;
  const data = new Map([
    ['f', word],
    ['m_1', meaning.trim()],
    ['p_1', spoken],
  ]);
  return { ...fact, cardType: '3', data, cards: together(fact, other) };
}
