import type { Output } from '../../../../core/api/contract.ts';
import { parseCardId } from '../../../../core/domain/ids.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import type { CardRow } from './columns.ts';

const both = (text: string) => ({ th: `${text} (th)`, en: text });

export const rowOf = (at: number, more: Partial<CardRow> = {}): CardRow => ({
  ...{ cardId: parseCardId(`anki/word-${at}#0`), front: both(`word ${at}`), kind: 'card', noteType: 'Basic' },
  course: { id: 'deck-food', title: both('Thai › Food'), isDeck: true },
  ...{ tags: [], phase: 'review', dueDay: 20_000, intervalDays: 12, stabilityDays: 14.2, difficulty: 5.5 },
  ...{ recall: 0.81, lapses: 1, reps: 7, suspended: false, buried: false, leech: false, marked: false, flag: 0 },
  ...{ createdAt: 1_700_000_000_000, editedAt: null },
  ...more,
});

export const FACETS: Output<'card.facets'> = {
  total: 300,
  courses: [
    { id: 'csto', title: both('CSTO'), name: null, cards: 20 },
    { id: 'deck-thai', title: both('Thai'), name: 'Thai', cards: 280 },
    { id: 'deck-food', title: both('Thai › Food'), name: 'Thai::Food', cards: 100 },
  ],
  tags: [
    { name: 'herb', cards: 41 },
    { name: 'herb::sweet', cards: 2 },
  ],
  states: [
    { state: 'due', cards: 12 },
    { state: 'suspended', cards: 3 },
    { state: 'buried', cards: 0 },
    { state: 'tagged', cards: 41 },
  ],
  flags: [
    { flag: 0, cards: 299 },
    { flag: 1, cards: 1 },
  ],
  kinds: [{ kind: 'card', cards: 300 }],
  noteTypes: [{ name: 'Basic', cards: 300 }],
};

export const PREVIEW: Output<'card.preview'> = {
  card: cardOf('choice'),
  solved: {
    ...{
      verdict: 'wrong',
      score: 0,
      answer: both('Tashkent'),
      explanation: both('It was signed there.'),
      evidence: [],
    },
    parts: [
      { id: 'moscow', right: true },
      { id: 'tashkent', right: false },
      { id: 'minsk', right: true },
    ],
  },
};
