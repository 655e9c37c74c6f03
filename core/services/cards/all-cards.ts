import { noFigures } from '../../domain/card-rows.ts';
import type { Course } from '../../domain/course.ts';
import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { ChangedCards, type Changes } from './changed-cards.ts';
import { NoteTable, type NoteColumns } from './note-columns.ts';
import { NoteRevisions } from './note-revisions.ts';
import { RowsByCard } from './rows-by-card.ts';
import { StandingColumns } from './standing-columns.ts';

/** Cards walked through between two chances to give the loop free. */
const GROUP = 1_000;

/** All cards of courses and decks as they are, a column a field, a row a card, in the order new ones are learned. */
export interface CardColumns {
  readonly cards: readonly CatalogCard[];
  readonly courses: readonly Course[];
  /** Places in `courses`, in `QUESTION_KINDS`, and in the columns of `notes`. */
  readonly course: Uint32Array;
  readonly kind: Uint8Array;
  readonly note: Uint32Array;
  readonly notes: NoteColumns;
  /** Changes in place. */
  readonly standing: StandingColumns;
  readonly rowOf: RowsByCard;
  /** Another number with every change; and with those of cards, decks and notes alone. */
  readonly version: number;
  readonly contentVersion: number;
}

type Known = { -readonly [K in keyof CardColumns]: CardColumns[K] } & {
  readonly table: NoteTable;
  listed: readonly CatalogCard[];
};

/** Keeps the columns of all cards, and makes anew what changed since they were asked for last. */
export class AllCards {
  readonly #turn = createTurns();
  readonly #changed: ChangedCards;
  readonly #revisions = new NoteRevisions();
  #known: Known | null = null;
  #version = 0;

  constructor(
    private readonly learner: Learner,
    private readonly library: Pick<DeckLibrary, 'layers' | 'types'>,
  ) {
    this.#changed = new ChangedCards(learner.store);
  }

  current(): Promise<CardColumns> {
    return this.#turn(async () => {
      const known = this.#known;
      const cards = this.learner.catalog.cards({});
      if (known !== null && (known.listed === cards || isAlike(known.cards, cards))) {
        known.listed = cards;
        const changes = await this.#changed.since();
        if (changes !== null) await this.#takeIn(known, changes);
        return known;
      }
      this.#changed.begin();
      return (this.#known = await inSlices(this.#made(cards)));
    });
  }

  async #takeIn(known: Known, { isAll, cards, hasNotes }: Changes): Promise<void> {
    known.version = ++this.#version;
    if (isAll) await inSlices(this.#standing(known));
    const { clock } = this.learner.moment();
    if (cards.size > 0) await inSlices(known.rowOf.ready());
    const { cardRows } = this.learner.store;
    for (const card of cards) {
      const row = known.rowOf.get(card);
      const figures = noFigures();
      cardRows.read(cardRows.rowOf(card), figures);
      if (row !== undefined) known.standing.set(row, figures, clock);
    }
    if (!isAll && !hasNotes) return;
    known.notes = this.#notes(known.table);
    known.contentVersion = this.#version;
  }

  *#made(cards: readonly CatalogCard[]): Generator<undefined, Known> {
    const { courses } = this.learner.catalog;
    const { length } = cards;
    const [course, kind, note] = [new Uint32Array(length), new Uint8Array(length), new Uint32Array(length)];
    const coursePlaces = new Map(courses.map(({ id }, place) => [id, place]));
    const table = new NoteTable(this.library);
    for (let row = 0; row < length; row++) {
      const card = cards[row]!;
      course[row] = coursePlaces.get(card.course.id)!;
      kind[row] = KIND_PLACES[card.kind];
      note[row] = table.noteOf(card);
      if (row % GROUP === 0) yield;
    }
    this.#version += 1;
    const made: Known = {
      ...{ cards, listed: cards, courses, course, kind, note, table, notes: this.#notes(table) },
      rowOf: new RowsByCard(cards),
      ...{ standing: new StandingColumns(length), version: this.#version, contentVersion: this.#version },
    };
    yield* this.#standing(made);
    return made;
  }

  #notes(table: NoteTable): NoteColumns {
    const { progress } = this.learner;
    this.#revisions.look(progress.records);
    return table.columns(progress, this.#revisions);
  }

  *#standing({ cards, standing }: Pick<Known, 'cards' | 'standing'>): Generator<undefined> {
    const { clock } = this.learner.moment();
    const { cardRows } = this.learner.store;
    const [figures, nothing] = [noFigures(), noFigures()];
    for (let row = 0; row < cards.length; row++) {
      const isKnown = cardRows.read(cardRows.rowOf(cards[row]!.cardId), figures);
      standing.set(row, isKnown ? figures : nothing, clock);
      if (row % GROUP === 0) yield;
    }
  }
}

/** The library makes a new list whenever a note changes; its cards are mostly the same. */
const isAlike = (some: readonly CatalogCard[], others: readonly CatalogCard[]): boolean =>
  some.length === others.length && some.every((card, row) => card === others[row]);

const KIND_PLACES = Object.fromEntries(QUESTION_KINDS.map((kind, place) => [kind, place])) as Readonly<
  Record<Question['kind'], number>
>;
