import type { LEFT_ALONE } from '../../api/card-methods.ts';

type Why = (typeof LEFT_ALONE)[number];

/** Counts the cards that a change leaves as they are, by the reason. */
export class LeftAlone {
  readonly #counts = new Map<Why, number>();

  add(why: Why, cards = 1): void {
    if (cards > 0) this.#counts.set(why, (this.#counts.get(why) ?? 0) + cards);
  }

  get all(): { why: Why; cards: number }[] {
    return [...this.#counts].map(([why, cards]) => ({ why, cards }));
  }
}
