import type { SourceDeck } from '../../format.ts';
import { Ids, numbersOf } from './ids.ts';
import { USN } from './schema.ts';

/** Of the deck that every collection has. */
const DEFAULT = 1;

export interface NumberedDeck {
  readonly number: number;
  readonly deck: SourceDeck;
}

/**
 * The decks with their numbers, by our ids: with those above them and the one that every collection has. Filtered decks hold
 * nothing of their own and do not go out.
 */
export function numberedDecks(decks: readonly SourceDeck[]): ReadonlyMap<string, NumberedDeck> {
  const own = decks.filter(({ isFiltered }) => !isFiltered);
  const whole = withParents(own);
  const taken = new Ids();
  const first = whole.find(({ id }) => id === String(DEFAULT)) ?? whole.find(({ name }) => /^default$/i.test(name));
  const base = first ?? { id: String(DEFAULT), name: 'Default' };
  taken.take(DEFAULT);
  const rest = whole.filter((deck) => deck !== first);
  const numbers = numbersOf(
    rest.map(({ id }) => id),
    'deck',
    taken,
  );
  return new Map([
    [base.id, { number: DEFAULT, deck: base }],
    ...rest.map((deck) => [deck.id, { number: numbers.get(deck.id)!, deck }] as const),
  ]);
}

function withParents(decks: readonly SourceDeck[]): SourceDeck[] {
  const names = new Set(decks.map(({ name }) => name.toLowerCase()));
  const whole: SourceDeck[] = [];
  for (const deck of decks) {
    const levels = deck.name.split('::');
    for (let depth = 1; depth < levels.length; depth++) {
      const name = levels.slice(0, depth).join('::');
      if (names.has(name.toLowerCase())) continue;
      names.add(name.toLowerCase());
      whole.push({ id: `above/${name}`, name });
    }
    whole.push(deck);
  }
  return whole;
}

/** A deck as schema 11 holds it in JSON. @param modifiedAt epoch ms */
export function deckJson({ number, deck }: NumberedDeck, presetNumber: number, modifiedAt: number) {
  const today = [0, 0];
  return {
    id: number,
    mod: Math.floor(modifiedAt / 1000),
    name: deck.name,
    usn: USN,
    lrnToday: today,
    revToday: today,
    newToday: today,
    timeToday: today,
    collapsed: false,
    browserCollapsed: false,
    desc: deck.description ?? '',
    dyn: 0,
    conf: presetNumber,
    extendNew: 0,
    extendRev: 0,
    reviewLimit: null,
    newLimit: null,
    reviewLimitToday: null,
    newLimitToday: null,
  };
}
