import type { Input, Output } from '../../api/contract.ts';
import type { Learner } from '../courses/learner.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { NewEvent } from '../ports.ts';
import type { CardColumns } from './all-cards.ts';
import { dueChange, removal, standingChange, tagChange, type Planned } from './change-events.ts';
import type { ChosenCards } from './chosen-cards.ts';
import { changedNotes, excerpt, type Wish } from './find-replace.ts';
import { LeftAlone } from './left-alone.ts';
import { moveCards } from './move-cards.ts';

type Change = Input<'card.change'>['change'];

/** Changes many cards at once: one batch of events, which one undo takes back. */
export class ChangeCards {
  readonly #turn = createTurns();

  constructor(
    private readonly chosen: ChosenCards,
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** @throws AppError `bad-query`, `bad-pattern`, `bad-input`, `not-found`, `data-corrupt`, `disk-full`, `disk-refused`; nothing was changed then */
  change({ of, change }: Input<'card.change'>): Promise<Output<'card.change'>> {
    return this.#turn(async () => {
      const { all, rows } = await this.chosen.rows(of);
      const leftAlone = new LeftAlone();
      const planned = await this.#plan(all, rows, change, leftAlone);
      await breathe();
      const ref = await this.learner.store.appendBatch(planned.events);
      const notes = new Set(planned.rows.map((row) => all.note[row]!)).size;
      return { cards: planned.rows.length, notes, leftAlone: leftAlone.all, ref };
    });
  }

  /** @throws AppError `bad-query`, `bad-pattern`, `not-found`, `data-corrupt` */
  async replacements(input: Input<'card.replacements'>): Promise<Output<'card.replacements'>> {
    const { of, replacement, offset, limit } = input;
    const { all, rows } = await this.chosen.rows(of);
    const leftAlone = new LeftAlone();
    const changed = await inSlices(changedNotes(all, rows, replacement, this.library, leftAlone));
    const texts = changed.flatMap(({ noteId, cardId, texts: some }) =>
      some.map(({ field, nth, language, before, after }) => ({
        ...{ noteId, cardId, field, nth, language, before, after },
      })),
    );
    return {
      ...{ notes: changed.length, fields: texts.length, leftAlone: leftAlone.all },
      rows: texts.slice(offset, offset + limit).map((text) => ({ ...text, ...excerpt(text) })),
    };
  }

  #plan(all: CardColumns, rows: readonly number[], change: Change, leftAlone: LeftAlone): Planned | Promise<Planned> {
    const { library, learner } = this;
    switch (change.what) {
      case 'move':
        return moveCards(all, rows, change, { library, progress: learner.progress }, leftAlone);
      case 'tags':
        return tagChange(all, rows, change, learner.clock.now(), leftAlone);
      case 'due':
        return dueChange(all, rows, change, learner.moment(), leftAlone);
      case 'removed':
        return removal(all, rows, leftAlone);
      case 'replace':
        return this.#replace(all, rows, change, leftAlone);
      default:
        return standingChange(all, rows, change, learner.moment());
    }
  }

  async #replace(all: CardColumns, rows: readonly number[], wish: Wish, leftAlone: LeftAlone): Promise<Planned> {
    const changed = await inSlices(changedNotes(all, rows, wish, this.library, leftAlone));
    const notes = new Set(changed.map(({ noteId }) => noteId));
    const editedAt = this.learner.clock.now();
    return {
      rows: rows.filter((row) => notes.has(all.notes.keys[all.note[row]!]!)),
      events: changed.flatMap(({ noteId, parts }): NewEvent[] => [
        ...Array.from(parts, ([part, text]): NewEvent => ({
          ...{ type: 'note-field', id: `${noteId}/${part}` },
          set: { text },
        })),
        { type: 'note', id: noteId, set: { editedAt } },
      ]),
    };
  }
}
