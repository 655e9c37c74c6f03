import { refOf, type CardEvent, type JournalEvent, type ReviewEvent, type Stamp } from './events.ts';
import { isBrought } from './brought-device.ts';
import type { EventRef } from '../ids.ts';
import type { CardState } from '../progress.ts';

/** What tells of a card whether its next answer is there already. */
export type AnswersBefore = Pick<CardState, 'last' | 'lastAnswerAt'>;
/** Has the card an answer of this instant, epoch ms, that counts and stands before? */
export type WasAnsweredAt = (at: number) => boolean;

/**
 * Is it an answer that is there twice? What was studied elsewhere comes with its own time, and a later copy of the same collection brings
 * it once more: of the same card, at the same instant. The first in the order of the history counts, the others are as if they had never
 * been. Nobody answers a card twice in one millisecond. That is a copy too which was given here: its device's order ran ahead of its
 * clock, so that what was brought stands before it, and it does not know of that.
 * @param before what the card's events before it left
 * @param wasAnsweredAt asked only of an answer that stands behind a later one
 */
export function isRepeat(before: AnswersBefore, event: Stamp & ReviewEvent, wasAnsweredAt: WasAnsweredAt): boolean {
  const { last, lastAnswerAt } = before;
  if (lastAnswerAt === null || event.at > lastAnswerAt) return false;
  if (event.source === undefined && !isUnknownTo(event, last)) return false;
  return event.at === lastAnswerAt || wasAnsweredAt(event.at);
}

function isUnknownTo({ prev }: ReviewEvent, last: EventRef | null): boolean {
  return last !== null && prev !== last && isBrought(last.slice(0, last.indexOf(':')));
}

/** Is it the reset that was brought together with an answer that is there already? It bears the time of that answer. */
export const isRepeatedReset = (
  { lastAnswerAt }: Pick<AnswersBefore, 'lastAnswerAt'>,
  { at, device, change }: Stamp & CardEvent,
): boolean => change.reset === true && lastAnswerAt === at && isBrought(device);

/** What a card remembers as its last event. */
const MOVING: ReadonlySet<JournalEvent['type']> = new Set(['review', 'attempt', 'card', 'section-read']);

/** Goes through the standing events of one card in the order of the history, and knows which of them are there again. */
class AnswersOfCard {
  readonly #at = new Set<number>();
  #last: EventRef | null = null;
  #lastAnswerAt: number | null = null;

  /** Is the next one there again? */
  next(event: JournalEvent): boolean {
    const before = { last: this.#last, lastAnswerAt: this.#lastAnswerAt };
    if (event.type === 'card' && isRepeatedReset(before, event)) return true;
    if (event.type === 'review') {
      if (isRepeat(before, event, (at) => this.#at.has(at))) return true;
      this.#at.add(event.at);
      this.#lastAnswerAt = Math.max(event.at, this.#lastAnswerAt ?? -Infinity);
    }
    if (MOVING.has(event.type)) this.#last = refOf(event);
    return false;
  }
}

/** The events of one card, in the order of the history, without those that are there again. */
export function withoutRepeats(
  events: readonly JournalEvent[],
  isUndone: (event: JournalEvent) => boolean,
): JournalEvent[] {
  const answers = new AnswersOfCard();
  return events.filter((event) => isUndone(event) || !answers.next(event));
}

/**
 * Is an answer there again? For who keeps nothing of the card's answers.
 * @param events that touched the card, in the order of the history
 */
export function isRepeatAmong(
  events: Iterable<JournalEvent>,
  wanted: JournalEvent,
  isUndone: (event: JournalEvent) => boolean,
): boolean {
  const answers = new AnswersOfCard();
  for (const event of events) {
    if (isUndone(event)) continue;
    const isAgain = answers.next(event);
    if (refOf(event) === refOf(wanted)) return isAgain;
  }
  return false;
}
