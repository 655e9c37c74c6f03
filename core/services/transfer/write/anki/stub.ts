import { PLAIN_CARD } from '../plain-types.ts';
import type { Outgoing } from '../outgoing.ts';

const DECK = { id: '1', name: 'Default' };
const TEXT = 'This deck needs Anki 2.1 or newer. · สำรับนี้ต้องใช้ Anki 2.1 ขึ้นไป';

/** What Anki 2.0 sees in a package of a newer kind. @param now epoch ms */
export const stubFor = (now: number): Outgoing => ({
  types: [PLAIN_CARD],
  decks: [DECK],
  presets: [],
  schedule: null,
  async *notes() {
    const content = { kind: 'fields', typeId: PLAIN_CARD.id, fields: [TEXT, TEXT, '', ''] } as const;
    yield {
      note: { id: 'needs-newer-anki', content, tags: [], createdAt: now, modifiedAt: now },
      cards: [{ ordinal: 0, deckId: DECK.id }],
    };
  },
  async *reviews() {
    // Nobody has seen it.
  },
  async *media() {
    // It has only text.
  },
});
