import type { AnswerHistory, ReviewColumns } from '../../domain/stats/review-columns.ts';
import type { CardColumns } from './all-cards.ts';

/** Which cards were answered lately, by the columns of all answers. */
export class RatedCards {
  #cards: CardColumns['cards'] | null = null;
  #known: ReviewColumns['cards'] | null = null;
  #seen = 0;
  /** By row: place in the columns of answers; −1 without an answer. */
  #places = new Int32Array(0);

  constructor(private readonly answers: AnswerHistory) {}

  columns(): Promise<ReviewColumns> {
    return this.answers.columns();
  }

  /** 1 for each row that has an answer of the last `days` study days, today among them, with the grade where one is named. */
  within(
    columns: ReviewColumns,
    { cards }: Pick<CardColumns, 'cards'>,
    today: number,
    days: number,
    grade: number | null,
  ) {
    const isRated = new Uint8Array(columns.cards.length);
    const { length, day, standing, grade: given, card } = columns;
    const first = today - days;
    for (let i = 0; i < length; i++)
      if (day[i]! > first && standing[i] === 1 && (grade === null || given[i] === grade)) isRated[card[i]!] = 1;
    const places = this.#placesOf(columns, cards);
    return Uint8Array.from(places, (place) => (place < 0 ? 0 : isRated[place]!));
  }

  /** Looking for each card by its name costs more than all the rest, so it is done once, and again for those that had no answer yet. */
  #placesOf({ cards: known, placeOf }: ReviewColumns, cards: CardColumns['cards']): Int32Array {
    if (cards !== this.#cards || known !== this.#known) this.#places = new Int32Array(cards.length).fill(-1);
    else if (known.length === this.#seen) return this.#places;
    for (let row = 0; row < cards.length; row++)
      if (this.#places[row]! < 0) this.#places[row] = placeOf(cards[row]!.cardId);
    [this.#cards, this.#known, this.#seen] = [cards, known, known.length];
    return this.#places;
  }
}
