import { noFigures, type CardRows } from '../../domain/card-rows.ts';
import type { CardId } from '../../domain/ids.ts';
import { KINDS } from '../../domain/stats/kinds-tally.ts';
import { dueIn } from '../../domain/stats/forecast.ts';
import { PHASES_BEFORE, type ReviewColumns } from '../../domain/stats/review-columns.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { retrievability } from '../../domain/study/schedule.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import type { CatalogCard } from '../courses/catalog.ts';

/** Cards walked through between two chances to give the loop free. */
const GROUP = 2_000;

/** The questions of a scope in teaching order, and how each stands now, a column a figure: a hundred thousand objects cost more than all sums. */
export interface ScopeCards {
  readonly cards: readonly CatalogCard[];
  /** Place in the columns of answers; −1 without an answer. */
  readonly place: Int32Array;
  /** Place in `PHASES_BEFORE`. */
  readonly phase: Uint8Array;
  /** NaN, as all that follows, where it was never answered. */
  readonly intervalDays: Float64Array;
  readonly stabilityDays: Float64Array;
  readonly difficulty: Float64Array;
  /** Predicted recall now. */
  readonly recall: Float64Array;
  /** Study day of the last answer. */
  readonly lastDay: Float64Array;
  /** Days until it is due; NaN where it is not known, too. */
  readonly dueIn: Float64Array;
  /** Study day on which it entered the schedule; NaN where nothing says so. */
  readonly introducedDay: Float64Array;
  readonly daysRight: Uint16Array;
}

const numbers = (length: number): Float64Array => new Float64Array(length).fill(NaN);

/** Where the states of some cards are. */
interface Standing {
  readonly cardRows: CardRows;
  /** Of each card; −1 without a state. */
  readonly row: Int32Array;
  readonly weights: Weights;
}

/** @param place of each card in the columns of answers */
export function* scopeCards(
  cards: readonly CatalogCard[],
  place: Int32Array,
  { cardRows, row, weights }: Standing,
  moment: Moment,
): Generator<void, ScopeCards> {
  const { length } = cards;
  const found = {
    ...{ cards, place, phase: new Uint8Array(length), daysRight: new Uint16Array(length) },
    ...{ intervalDays: numbers(length), stabilityDays: numbers(length), difficulty: numbers(length) },
    ...{ recall: numbers(length), lastDay: numbers(length), dueIn: numbers(length), introducedDay: numbers(length) },
  };
  const one = noFigures();
  for (let i = 0; i < length; i++) {
    if (i % GROUP === 0) yield;
    if (row[i]! < 0 || !cardRows.read(row[i]!, one)) continue;
    found.daysRight[i] = one.daysRight;
    found.introducedDay[i] = studyDay(one.introducedAt, moment.clock);
    if (one.phase === null) continue;
    found.phase[i] = PHASES_BEFORE.indexOf(one.phase);
    found.intervalDays[i] = one.intervalDays;
    found.stabilityDays[i] = one.stabilityDays;
    found.difficulty[i] = one.difficulty;
    found.recall[i] = retrievability(one, moment.now, weights);
    found.lastDay[i] = one.lastDay;
    found.dueIn[i] = dueIn(one, moment);
  }
  return found;
}

/** Something with a place for cards that are known to it. */
interface KnownCards {
  /** Another object where places may be others. */
  readonly in: object;
  /** How many it knows; new ones come behind. */
  readonly length: number;
  /** −1 for a card it does not know. */
  readonly placeOf: (card: CardId) => number;
}

/** Remembers where the cards of the last scope stand: to look for each by its name takes as long as to count all answers. */
export class CardPlaces {
  #cards: readonly CatalogCard[] = [];
  #in: object | null = null;
  #seen = 0;
  #places = new Int32Array(0);

  /** −1 for a card that is not known. @param cards the same list each time for the same scope */
  *of(cards: readonly CatalogCard[], known: KnownCards): Generator<void, Int32Array> {
    if (cards !== this.#cards || known.in !== this.#in) this.#places = new Int32Array(cards.length).fill(-1);
    else if (known.length === this.#seen) return this.#places;
    const places = this.#places;
    for (let i = 0; i < cards.length; i++) {
      if (places[i]! < 0) places[i] = known.placeOf(cards[i]!.cardId);
      if (i % GROUP === 0) yield;
    }
    [this.#cards, this.#in, this.#seen] = [cards, known.in, known.length];
    return places;
  }
}

/** What the rows of answers must know of their cards, by the cards' places. */
export interface AnsweredCards {
  /** 1 for each card that belongs to the scope. */
  readonly isIn: Uint8Array;
  /** Place in `KINDS`. */
  readonly kindOf: Uint8Array;
  /** Place in the scope; −1 for a card that stands beside it, or is not there. */
  readonly inScope: Int32Array;
  /** 1 for each card that was answered, and stands beside the questions of the scope. */
  readonly isBeside: Uint8Array;
}

interface AnsweredScope extends Pick<ScopeCards, 'cards' | 'place'> {
  /** Retired questions of the scope, and those of its glossary quiz: what was answered of them stays. */
  readonly beside: readonly CatalogCard[];
  /** Answers to questions that are not there any more belong to it as well. */
  readonly isEverything: boolean;
}

export function answeredCards(
  { cards: { length }, placeOf }: Pick<ReviewColumns, 'cards' | 'placeOf'>,
  { cards, place, beside, isEverything }: AnsweredScope,
): AnsweredCards {
  const isIn = new Uint8Array(length).fill(isEverything ? 1 : 0);
  const kindOf = new Uint8Array(length).fill(KINDS.indexOf('other'));
  const inScope = new Int32Array(length).fill(-1);
  const isBeside = new Uint8Array(length);
  for (let i = 0; i < cards.length; i++) {
    const at = place[i]!;
    if (at < 0) continue;
    isIn[at] = 1;
    kindOf[at] = KINDS.indexOf(cards[i]!.kind);
    inScope[at] = i;
  }
  for (const { cardId, kind } of beside) {
    const at = placeOf(cardId);
    if (at < 0) continue;
    isIn[at] = isBeside[at] = 1;
    kindOf[at] = KINDS.indexOf(kind);
  }
  return { isIn, kindOf, inScope, isBeside };
}
