import type { Input, Output } from '../../api/contract.ts';
import type { Learner } from '../courses/learner.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import { createLongWork, share, type Step } from '../jobs/work.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { NewEvent } from '../ports.ts';
import type { CardColumns } from './all-cards.ts';
import { dueChange, removal, standingChange, tagChange, type Planned } from './change-events.ts';
import type { Chosen, ChosenCards } from './chosen-cards.ts';
import { changedNotes, excerpt, type Wish } from './find-replace.ts';
import { LeftAlone } from './left-alone.ts';
import { moveCards } from './move-cards.ts';

type Change = Input<'card.change'>['change'];

/** Share of a change that is done when it is known what is to be written. */
const PLANNED = 0.5;

/** Changes many cards at once: one batch of events, which one undo takes back. */
export class ChangeCards {
  readonly #turn = createTurns();
  readonly #work = createLongWork<'cards'>();
  #isWriting = false;

  constructor(
    private readonly chosen: ChosenCards,
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** @throws AppError `bad-query`, `bad-pattern`, `bad-input`, `not-found`, `data-corrupt`, `disk-full`, `disk-refused`; nothing was changed then */
  change({ of, change }: Input<'card.change'>): Promise<Output<'card.change'>> {
    return this.#turn(() => this.#work.run('cards', (step) => this.#change(of, change, step)));
  }

  /** The change that goes on. `done`: 0 to 1. */
  get work(): { readonly done: number; readonly canEnd: boolean } | null {
    const { current } = this.#work;
    return current && { done: Math.min(1, current.done / current.total), canEnd: !this.#isWriting };
  }

  /** Ends the change that goes on, as long as nothing of it is written. */
  cancel(): void {
    this.#work.cancel();
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

  async #change(of: Chosen, change: Change, step: Step): Promise<Output<'card.change'>> {
    const { all, rows } = await this.chosen.rows(of);
    const leftAlone = new LeftAlone();
    const planned = await this.#plan(all, rows, change, leftAlone, share(step, 0, PLANNED));
    await breathe();
    step(PLANNED, 1);
    this.#isWriting = true;
    const ref = await this.learner.store.appendBatch(planned.events).finally(() => (this.#isWriting = false));
    const notes = new Set(planned.rows.map((row) => all.note[row]!)).size;
    return { cards: planned.rows.length, notes, leftAlone: leftAlone.all, ref };
  }

  #plan(
    all: CardColumns,
    rows: readonly number[],
    change: Change,
    leftAlone: LeftAlone,
    step: Step,
  ): Planned | Promise<Planned> {
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
        return this.#replace(all, rows, change, leftAlone, step);
      default:
        return standingChange(all, rows, change, learner.moment());
    }
  }

  async #replace(
    all: CardColumns,
    rows: readonly number[],
    wish: Wish,
    leftAlone: LeftAlone,
    step: Step,
  ): Promise<Planned> {
    const looking = changedNotes(all, rows, wish, this.library, leftAlone);
    const changed = await inSlices(watched(looking, (notes) => step(Math.min(notes, rows.length), rows.length)));
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

/** The same steps. @param told how many were made; what it throws ends them */
function* watched<T>(steps: Generator<undefined, T>, told: (made: number) => void): Generator<undefined, T> {
  for (let made = 0; ; made += 1) {
    const next = steps.next();
    if (next.done) return next.value;
    told(made);
    yield;
  }
}
