import type { CardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';

/** Cards that were answered here, with the last time of each, epoch ms: as columns, since a hundred thousand objects are slow to hand to a thread. */
export interface Answered {
  /** Names of the cards, a line each: none has a line's end in it. */
  readonly cards: string;
  readonly at: Float64Array;
}

/** Cards between two chances to give the loop free. */
const GROUP = 500;

/** Of some cards those that were answered, in steps. */
export function* answeredOf(
  cards: Iterable<{ readonly cardId: CardId }>,
  { cards: states }: Pick<Progress, 'cards'>,
): Generator<void, Answered> {
  const names: CardId[] = [];
  const at: number[] = [];
  let count = 0;
  for (const { cardId } of cards) {
    if (++count % GROUP === 0) yield;
    const last = states.get(cardId)?.memory?.lastReview;
    if (last === undefined) continue;
    names.push(cardId);
    at.push(last);
  }
  return { cards: names.join('\n'), at: Float64Array.from(at) };
}

/** The last time each card was answered. */
export function lastAnswers({ cards, at }: Answered): ReadonlyMap<string, number> {
  const names = at.length === 0 ? [] : cards.split('\n');
  return new Map(names.map((card, i) => [card, at[i]!]));
}
