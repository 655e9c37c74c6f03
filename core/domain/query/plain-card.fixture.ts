import { contains, needleOf } from '../text/needle.ts';
import type { CardFacts } from './evaluate.ts';
import { searchForm } from '../text/search-form.ts';
import { isWhole, isWithin } from './pattern.ts';
import type { CardStateName } from './query.ts';

/** A card as plain values: what the table of queries and the slow evaluator look at. */
export interface PlainCard {
  readonly id: string;
  readonly deck: string;
  readonly tags: readonly string[];
  readonly type: string;
  readonly kind: CardFacts['kind'];
  readonly flag: number;
  readonly states: readonly CardStateName[];
  readonly added: number;
  readonly edited: number;
  readonly due: number;
  readonly numbers: Readonly<Record<'s' | 'd' | 'r' | 'ivl' | 'lapses' | 'reps', number>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Days ago, and grade. */
  readonly ratings: readonly (readonly [number, number])[];
}

export const factsOf = (card: PlainCard): CardFacts => ({
  kind: card.kind,
  flag: card.flag,
  addedDaysAgo: card.added,
  editedDaysAgo: card.edited,
  dueInDays: card.due,
  is: (state) => card.states.includes(state),
  property: (name) => card.numbers[name],
  isInDeck: (name) => isWithin(name, searchForm(card.deck)),
  hasTag: (name) => card.tags.some((tag) => isWithin(name, searchForm(tag))),
  isOfNoteType: (name) => isWhole(name, searchForm(card.type)),
  contains: (words) => {
    const needle = needleOf(words);
    return Object.values(card.fields).some((text) => contains(searchForm(text), needle));
  },
  hasField: (field, value) =>
    Object.entries(card.fields).some(([name, text]) => searchForm(name) === field && isWhole(value, searchForm(text))),
  wasRated: (days, grade) => card.ratings.some(([ago, given]) => ago < days && (grade === null || given === grade)),
});

const NEVER = { s: NaN, d: NaN, r: NaN, ivl: NaN, lapses: 0, reps: 0 };
const NEW = { flag: 0, states: ['new'] as const, due: NaN, numbers: NEVER, ratings: [], edited: NaN };

/** Eight cards that differ in everything a query can ask. */
export const CARDS: readonly PlainCard[] = [
  {
    ...{ ...NEW, id: 'a', deck: 'Thai::Words', tags: [], type: 'Basic', kind: 'card', added: 0 },
    fields: { Front: 'แมว', Back: 'cat' },
  },
  {
    ...{ id: 'b', deck: 'Thai::Words::Food', tags: ['food', 'thai::noun'], type: 'Basic', kind: 'card', flag: 1 },
    ...{ states: ['review', 'due', 'tagged'], added: 6, edited: 0, due: 0 },
    numbers: { s: 12.5, d: 4, r: 0.9, ivl: 12, lapses: 0, reps: 4 },
    fields: { Front: 'น้ำ', Back: 'water, the sea' },
    ratings: [
      [12, 3],
      [30, 1],
    ],
  },
  {
    ...{ id: 'c', deck: 'Thai', tags: ['thai', 'Leech'], type: 'Basic (typed)', kind: 'typed', flag: 2 },
    ...{ states: ['review', 'leech', 'suspended', 'tagged'], added: 7, edited: 7, due: -3 },
    numbers: { s: 2, d: 9.5, r: 0.55, ivl: 2, lapses: 8, reps: 40 },
    fields: { Front: 'dog cat', Back: 'หมา แมว', Note: '' },
    ratings: [
      [0, 1],
      [1, 1],
      [2, 3],
    ],
  },
  {
    ...{ id: 'd', deck: 'Europe', tags: ['history::1992', 'eu'], type: 'Cloze', kind: 'cloze', flag: 7 },
    ...{ states: ['learning', 'due', 'marked', 'tagged'], added: 40, edited: NaN, due: 0 },
    numbers: { s: 0.4, d: 6, r: 1, ivl: 0, lapses: 1, reps: 2 },
    fields: { Text: 'The treaty of 1992 (Maastricht)', 'Back Extra': 'say "yes" or no' },
    ratings: [[0, 2]],
  },
  {
    ...{ id: 'e', deck: 'Europe::Capitals', tags: ['eu'], type: 'choice', kind: 'choice', flag: 0 },
    ...{ states: ['review', 'tagged'], added: 400, edited: 100, due: 7 },
    numbers: { s: 100, d: 1, r: 0.99, ivl: 90, lapses: 3, reps: 10 },
    fields: { prompt: 'Capital of Portugal? Café', explanation: 'Lisbon' },
    ratings: [[83, 4]],
  },
  {
    ...{ id: 'f', deck: 'Europe::Capitals', tags: [], type: 'number', kind: 'number', flag: 0 },
    ...{ states: ['review', 'buried', 'due'], added: 3, edited: 1, due: -1 },
    numbers: { s: 30, d: 8, r: 0.8, ivl: 30, lapses: 4, reps: 9 },
    fields: { prompt: 'How many members? 27', explanation: 'or: twenty-seven' },
    ratings: [[31, 3]],
  },
  {
    ...{ ...NEW, id: 'g', deck: 'my_deck*', tags: ['a_b', 'x*y'], type: 'Basic', kind: 'card', added: 1, flag: 3 },
    ...{ states: ['new', 'suspended', 'tagged'], fields: { Front: 'C:\\temp and 100%*', Back: '-minus' } },
  },
  {
    ...{ id: 'h', deck: 'Empty names', tags: ['food::drink'], type: 'My type', kind: 'order', flag: 0 },
    ...{ states: ['learning', 'tagged'], added: 2, edited: 2, due: 1 },
    numbers: { s: 1, d: 5, r: 0.95, ivl: 1, lapses: 2, reps: 5 },
    fields: { Front: '', Back: 'ความรู้ที่จำเป็น' },
    ratings: [
      [0, 3],
      [0, 4],
      [6, 1],
    ],
  },
];
