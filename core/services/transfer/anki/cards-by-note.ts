import type { Oddities } from '../oddities.ts';
import { CARDS_SQL, cardRowOf, type CardRow } from './cards.ts';
import type { Row, SqliteFile } from './sqlite.ts';

/** The cards, in order of their note: asked for by notes that grow. Those that no note asks for are told. */
export class CardsByNote {
  readonly #rows: Generator<Row>;
  #head: CardRow | null = null;

  constructor(
    db: SqliteFile,
    private readonly odd: Oddities,
  ) {
    this.#rows = db.rows('cards', CARDS_SQL);
    this.#next();
  }

  /** @param noteId no less than any before it */
  of(noteId: number): readonly CardRow[] {
    while (this.#head && this.#head.noteId < noteId) this.#orphan(this.#head);
    const found: CardRow[] = [];
    while (this.#head && this.#head.noteId === noteId) {
      found.push(this.#head);
      this.#next();
    }
    return found;
  }

  /** What is left belongs to no note. */
  rest(): void {
    while (this.#head) this.#orphan(this.#head);
  }

  close(): void {
    this.#rows.return(undefined);
  }

  #orphan(card: CardRow): void {
    this.odd.add('card-without-note', `cards ${card.id}`);
    this.#next();
  }

  #next(): void {
    this.#head = null;
    for (let step = this.#rows.next(); !step.done; step = this.#rows.next()) {
      const row = cardRowOf(step.value);
      if (row === null) {
        this.odd.add('row-unreadable', `cards ${step.value[0]}`);
        continue;
      }
      this.#head = row;
      return;
    }
  }
}
