import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';
import type { cardMethods } from './card-methods.ts';

const cardId = parseCardId('anki/abc#0');
const page = {
  query: 'tag:eu -is:suspended',
  courseId: 'deck-a',
  sort: { by: 'front', descending: true, language: 'th' },
} as const;
const text = { th: 'คำ', en: 'คำ' };
const replacement = { find: 'a(b)', replace: '$1', isRegex: true, isCaseSensitive: false, field: 'Front' };
const leftAlone = [{ why: 'of-course' as const, cards: 2 }];

/** One call of every method about all cards. */
export const CARD_EXAMPLES: { readonly [M in keyof typeof cardMethods]: readonly [Sent<M>, Output<M>] } = {
  'query.check': [{ query: 'is:dew' }, { error: { fault: 'unknown-state', at: 3, length: 3 }, canonical: null }],
  'query.saved': [{}, { searches: [{ id: 's1', name: 'คำยาก', query: 'is:leech' }] }],
  'query.save': [{ id: 's1', name: 'คำยาก', query: 'is:leech' }, { id: 's1' }],
  'query.remove': [{ id: 's1' }, { done: true }],
  'card.list': [
    { ...page, offset: 100, limit: 100 },
    {
      total: 101,
      today: 20_000,
      rows: [
        {
          ...{ cardId, front: text, course: { id: 'deck-a', title: text, isDeck: true }, kind: 'card' },
          ...{ noteType: 'Basic', tags: ['eu'], phase: 'review', dueDay: 20_003, intervalDays: 5, stabilityDays: 5.5 },
          ...{ difficulty: 4.2, recall: 0.93, lapses: 1, reps: 7, suspended: false, buried: false, leech: false },
          ...{ marked: true, flag: 3, createdAt: 1_600_000_000_000, editedAt: null },
        },
      ],
    },
  ],
  'card.ids': [
    { ...page, offset: 0, limit: 10_000 },
    { total: 1, cardIds: [cardId] },
  ],
  'card.facets': [
    { query: '', courseId: 'deck-a' },
    {
      total: 1,
      courses: [{ id: 'deck-a', title: text, name: 'คำ', cards: 1 }],
      tags: [{ name: 'eu', cards: 1 }],
      states: [{ state: 'due', cards: 1 }],
      flags: [{ flag: 3, cards: 1 }],
      kinds: [{ kind: 'card', cards: 1 }],
      noteTypes: [{ name: 'Basic', cards: 1 }],
    },
  ],
  'card.change': [
    { of: { cardIds: [cardId] }, change: { what: 'replace', ...replacement } },
    { cards: 3, notes: 2, leftAlone, ref: 'abcdef:1' },
  ],
  'card.changing': [{}, { work: { done: 0.4, canEnd: true } }],
  'card.cancel': [{}, { done: true }],
  'card.replacements': [
    { of: { query: 'tag:eu', courseId: 'deck-a' }, replacement, offset: 0, limit: 50 },
    {
      notes: 1,
      fields: 1,
      leftAlone,
      rows: [{ noteId: 'anki/abc', cardId, field: 'Front', nth: null, language: null, before: 'ab', after: 'b' }],
    },
  ],
};
