import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const cardId = parseCardId('anki/abc#0');
const recall = {
  today: { introduced: 0.9, all: 0.36 },
  in7Days: { introduced: 0.7, all: 0.28 },
  in30Days: { introduced: null, all: 0 },
};
const plan: Output<'library.plan'> = {
  file: { name: 'คำศัพท์.apkg', bytes: 1_000, sha256: 'a'.repeat(64), format: 'anki' },
  counts: { decks: 1, notes: 2, cards: 3, reviews: 4, media: 5, noteTypes: 1 },
  notes: { fresh: 1, updated: 1, same: 0, older: 0, edited: 0 },
  reviews: { fresh: 4, known: 0 },
  has: { schedule: true, presets: false },
  decks: [{ name: 'คำ::บท 1', cards: 3, isThere: false }],
  types: [{ name: 'Basic', notes: 2 }],
  converted: 0,
  dueApart: { cards: 1, of: 3, medianDays: 2 },
  odd: [{ code: 'media-missing', count: 1, places: ['a.png'] }],
  isAgain: false,
  table: {
    mapping: { separator: ',', hasHeader: true, columns: ['field', 'skip'] },
    columns: [{ name: 'front', kind: 'field' }],
    rows: [['a', 'b']],
    problems: ['ragged'],
  },
};
const { table: _, isAgain: __, ...rest } = plan;
const report: Output<'library.import'> = {
  ...rest,
  ...{ importId: 'brought00', at: 1_700_000_000_000, into: null, undone: false },
};
const options = { schedule: 'keep', presets: true, into: 'คำ', format: 'anki' } as const;

type Methods =
  | 'deck.get'
  | 'deck.cards'
  | 'deck.set'
  | 'library.remove'
  | 'library.receive'
  | 'library.plan'
  | 'library.import'
  | 'library.imports'
  | 'library.undoImport'
  | 'library.losses'
  | 'library.export';

/** One call of every method about decks. */
export const LIBRARY_EXAMPLES: { readonly [M in Methods]: readonly [Sent<M>, Output<M>] } = {
  'deck.get': [
    { deckId: 'deck-a' },
    {
      ...{ id: 'deck-a', name: 'A::B', above: [{ id: 'deck-b', name: 'A' }] },
      below: [{ id: 'deck-c', name: 'A::B::C', cards: 3, due: 1, new: 2 }],
      description: '',
      counts: {
        ...{ notes: 2, cards: 3, due: 1, fresh: 1, new: 2, learning: 0 },
        ...{ young: 1, mature: 0, suspended: 0, buried: 0, leeches: 0 },
      },
      recall,
      preset: null,
      sources: [{ importId: 'brought00', name: 'a.apkg', at: null }],
    },
  ],
  'deck.cards': [
    { deckId: 'deck-a', from: 0, most: 10 },
    {
      total: 1,
      cards: [
        {
          ...{ cardId, text: 'คำ', deck: 'A::B', kind: 'card', phase: 'review', dueDay: 20_000 },
          ...{ suspended: false, flag: 0, marked: false },
        },
      ],
    },
  ],
  'deck.set': [{ deckId: 'deck-a', name: 'A::C' }, { done: true }],
  'library.remove': [{ deckId: 'deck-a' }, { decks: 1, notes: 2, cards: 3 }],
  'library.receive': [
    { id: 'x', name: 'a.apkg', piece: 'AAAA', isLast: true },
    { id: 'x', path: 'received:x/a.apkg' },
  ],
  'library.plan': [{ path: 'a.apkg', options }, plan],
  'library.import': [{ path: 'a.apkg', options }, report],
  'library.imports': [{}, { imports: [report] }],
  'library.undoImport': [{ importId: 'brought00' }, { undone: true }],
  'library.losses': [
    { courseId: 'deck-a', format: 'csv', withProgress: true },
    { notes: 2, cards: 3, losses: [{ code: 'media', count: 1 }], formats: ['apkg', 'csv'], proposed: 'A - B.csv' },
  ],
  'library.export': [
    { courseId: 'deck-a', format: 'apkg', withProgress: true, language: 'th', path: 'a.apkg' },
    { path: 'a.apkg', bytes: 9, notes: 2, leftOut: 0, cards: 3, reviews: 4, media: 1 },
  ],
};
