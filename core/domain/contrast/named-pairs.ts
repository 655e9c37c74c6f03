import { cardIdOf, type CardId } from '../ids.ts';
import type { AskedCard } from './ideas.ts';

export interface TaughtTogether extends AskedCard {
  readonly course: { readonly id: string };
}

/**
 * Pairs of questions whose answers, the course says, are easily taken for one another: in teaching order, each pair once, whichever
 * of the two names the other.
 * @param cards that are asked
 */
export function namedPairs<C extends TaughtTogether>(cards: readonly C[]): [C, C][] {
  const places = new Map<CardId, number>(cards.map(({ cardId }, place) => [cardId, place]));
  const pairs = new Map<string, readonly [number, number]>();
  cards.forEach(({ course, question }, place) => {
    for (const id of question.confuses ?? []) {
      const other = places.get(cardIdOf(course.id, id));
      if (other === undefined || other === place) continue;
      const pair = [Math.min(place, other), Math.max(place, other)] as const;
      pairs.set(pair.join(' '), pair);
    }
  });
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([one, two]) => [cards[one]!, cards[two]!]);
}
