import type { DeckFacts } from './deck-page.svelte.ts';

const known = { introduced: 0.91, all: 0.8 };

/** Thai::Food of the library's fixture. */
export const FOOD: DeckFacts = {
  ...{ id: 'deck-food', name: 'Thai::Food', above: [{ id: 'deck-thai', name: 'Thai' }] },
  below: [
    { id: 'deck-kitchen', name: 'Thai::Food::Kitchen', cards: 68, due: 3, new: 0 },
    { id: 'deck-market', name: 'Thai::Food::Market', cards: 86, due: 0, new: 2 },
  ],
  description: 'Words for the kitchen.',
  counts: {
    ...{ notes: 107, cards: 214, due: 12, fresh: 5, new: 20, learning: 4 },
    ...{ young: 90, mature: 100, suspended: 2, buried: 0, leeches: 0 },
  },
  recall: { today: known, in7Days: known, in30Days: known },
  preset: null,
  sources: [{ importId: 'b1', name: 'thai.apkg', at: Date.UTC(2026, 10, 23, 5) }],
};
