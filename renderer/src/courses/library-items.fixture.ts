import type { LibraryItem } from './deck-tree.ts';

const both = (text: string) => ({ th: text, en: text });
const known = { introduced: 0.9, all: 0.5 };
const recall = { today: known, in7Days: known, in30Days: known };

/** A deck of the library, as it is listed. */
export const deckItem = (id: string, name: string, parentId: string | null, due = 0, more = {}): LibraryItem => ({
  ...{ id, title: both(name), kind: 'deck', parentId, recall, next: null },
  counts: { lessons: 1, cards: 10, new: 3, due, suspended: 0, learning: 1, remembered: 6, ...more },
});

export const COURSE: LibraryItem = {
  ...{ id: 'csto', title: { th: 'วิชา', en: 'A course' }, kind: 'course', parentId: null, recall },
  counts: { lessons: 14, cards: 443, new: 258, due: 34, suspended: 0, learning: 2, remembered: 183 },
  next: { lessonId: 'charter', number: 5, title: { th: 'กฎบัตร', en: 'Charter' }, started: true },
};

/** A course, and decks in decks: Thai (Food (Kitchen, Market), Travel) and Provinces. */
export const LIBRARY: readonly LibraryItem[] = [
  COURSE,
  deckItem('deck-provinces', 'Provinces', null, 12),
  deckItem('deck-thai', 'Thai', null, 31, { cards: 2_408, new: 20 }),
  deckItem('deck-travel', 'Thai › Travel', 'deck-thai', 8),
  deckItem('deck-food', 'Thai › Food', 'deck-thai', 12, { cards: 214, new: 5 }),
  deckItem('deck-kitchen', 'Thai › Food › Kitchen', 'deck-food', 3),
  deckItem('deck-market', 'Thai › Food › Market', 'deck-food', 7),
];
