import type { CardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import type { AnswerHistory, ReviewColumns } from '../../domain/stats/review-columns.ts';
import { inSlices } from '../jobs/slices.ts';

/** When cards were answered here: as columns, since a hundred thousand objects are slow to hand to a thread. */
export interface Answered {
  /** Names of the cards, a line each: none has a line's end in it. */
  readonly cards: string;
  /** Where the instants of each end in `at`. */
  readonly ends: Uint32Array;
  /** Epoch ms, card after card, rising within one. */
  readonly at: Float64Array;
}

/** Cards, and rows of answers, between two chances to give the loop free. */
const CARDS = 500;
const ROWS = 50_000;

/** Of some cards every answer that counts. All answers are only asked for where any of these cards has one. */
export async function answeredOf(
  cards: Iterable<{ readonly cardId: CardId }>,
  { cards: states }: Pick<Progress, 'cards'>,
  answers: AnswerHistory,
): Promise<Answered> {
  const names = await inSlices(answeredCards(cards, states));
  if (names.length === 0) return { cards: '', ends: new Uint32Array(), at: new Float64Array() };
  return answers.read((columns) => inSlices(instantsOf(names, columns)));
}

function* answeredCards(
  cards: Iterable<{ readonly cardId: CardId }>,
  states: Progress['cards'],
): Generator<void, CardId[]> {
  const names: CardId[] = [];
  let count = 0;
  for (const { cardId } of cards) {
    if (++count % CARDS === 0) yield;
    if ((states.get(cardId)?.lastAnswerAt ?? null) !== null) names.push(cardId);
  }
  return names;
}

function* instantsOf(names: readonly CardId[], columns: ReviewColumns): Generator<void, Answered> {
  const { length, card, standing, at } = columns;
  const numberOf = new Int32Array(columns.cards.length).fill(-1);
  names.forEach((name, number) => {
    const place = columns.placeOf(name);
    if (place >= 0) numberOf[place] = number;
  });
  /** Counts first, then where each card's next instant goes: at last where its instants end. */
  const ends = new Uint32Array(names.length);
  for (let row = 0; row < length; row++) {
    const number = numberOf[card[row]!]!;
    if (number >= 0 && standing[row] === 1) ends[number] = ends[number]! + 1;
    if (row % ROWS === 0) yield;
  }
  let total = 0;
  for (let number = 0; number < ends.length; number++) {
    const count = ends[number]!;
    ends[number] = total;
    total += count;
  }
  const instants = new Float64Array(total);
  for (let row = 0; row < length; row++) {
    const number = numberOf[card[row]!]!;
    if (number >= 0 && standing[row] === 1) {
      const next = ends[number]!;
      instants[next] = at[row]!;
      ends[number] = next + 1;
    }
    if (row % ROWS === 0) yield;
  }
  for (let number = 0; number < ends.length; number++) {
    instants.subarray(ends[number - 1] ?? 0, ends[number]).sort();
    if (number % CARDS === 0) yield;
  }
  return { cards: names.join('\n'), ends, at: instants };
}

/** Tells whether a card was answered here at an instant, epoch ms. Null where none ever was: it need not be asked of a million. */
export function wasAnswered({ cards, ends, at }: Answered): ((card: string, instant: number) => boolean) | null {
  if (ends.length === 0) return null;
  const names = cards.split('\n');
  const numberOf = new Map(names.map((name, number) => [name, number]));
  return (card, instant) => {
    const number = numberOf.get(card);
    if (number === undefined) return false;
    let [low, high] = [number === 0 ? 0 : ends[number - 1]!, ends[number]!];
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle]! < instant) low = middle + 1;
      else high = middle;
    }
    return low < end && at[low] === instant;
  };
}
