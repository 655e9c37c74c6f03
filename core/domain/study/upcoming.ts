import { cursorOf, type CardFigures } from '../card-rows.ts';
import type { CardId } from '../ids.ts';
import type { Progress } from '../progress.ts';
import { dueAt } from './due.ts';
import { isHidden, type Moment } from './moment.ts';

/** When the next card of a set is due, of cards that are looked at one by one. A card put off comes back with the day it was put off to. */
export class Upcoming {
  /** Epoch ms; null: none. */
  nextDue: number | null = null;
  /** How many are due by the end of the next study day. */
  dueTomorrow = 0;
  readonly #endOfTomorrow: number;

  constructor(private readonly moment: Moment) {
    this.#endOfTomorrow = moment.startOf(moment.today + 2);
  }

  add(card: Readonly<CardFigures>): void {
    const { today, startOf } = this.moment;
    if (card.suspended) return;
    const isPutOff = isHidden(card, today);
    if (card.phase === null && !(isPutOff && !Number.isNaN(card.introducedAt))) return;
    const back = isPutOff ? startOf(card.buriedUntilDay) : 0;
    const due = Math.max(card.phase === null ? 0 : dueAt(card, this.moment), back);
    if (due < this.#endOfTomorrow) this.dueTomorrow += 1;
    if (this.nextDue === null || due < this.nextDue) this.nextDue = due;
  }
}

/** The same of all cards of a set. */
export function upcoming(
  cards: Iterable<{ readonly cardId: CardId }>,
  progress: Progress,
  moment: Moment,
): Pick<Upcoming, 'nextDue' | 'dueTomorrow'> {
  const found = new Upcoming(moment);
  const now = cursorOf(progress.cards);
  for (const { cardId } of cards) if (now.seek(cardId)) found.add(now);
  const { nextDue, dueTomorrow } = found;
  return { nextDue, dueTomorrow };
}
