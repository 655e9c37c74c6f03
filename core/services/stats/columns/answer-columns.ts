import { compareEvents, type Place } from '../../../domain/history/order.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { eventRefOf } from '../../../domain/ids.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { AnswerHistory, ReviewColumns } from '../../../domain/stats/review-columns.ts';
import type { Files } from '../../disk/files.ts';
import { inSlices } from '../../jobs/slices.ts';
import { createTurns } from '../../jobs/turns.ts';
import type { Reach } from '../../ports.ts';
import { ANSWER_FIELDS } from './answer-fields.ts';
import { AnswerFold, type AnswerStore } from './answer-fold.ts';
import { AnswerTable } from './answer-table.ts';
import { readAnswers, writeAnswers } from './answers-file.ts';
import { GrowingFields } from './growing-fields.ts';
import { TouchedCards } from './touched-cards.ts';

/** Events between two chances to give the loop free. */
const GROUP = 100;
/** Fewer answers are read from the journals as fast as from a file of columns. */
const WORTH_KEEPING = 5_000;

/** About how many answers there are: room for those that were taken back is made when they come. */
function answersIn({ days, reviewsTotal }: Progress): number {
  let practice = 0;
  for (const day of days.values()) practice += day.practice;
  return reviewsTotal + practice;
}

const BEGIN: Place = { order: 0, device: '', seq: 0 };

/** Columns, how far they go, and out of which journals they were made. */
interface Known {
  readonly source: object;
  readonly table: AnswerTable;
  readonly fold: AnswerFold;
  reach: Reach;
  last: Place;
  /** The last event of each device. */
  readonly tails: Map<string, Place>;
  /** Which events counted at another time than that of their stamp when it was made. */
  readonly times: string;
  /** Is it in the file as it is? */
  isWritten: boolean;
}

/**
 * Keeps all answers as columns: made from the journals once, in slices, kept in a file that may be deleted, and grown when somebody
 * asks by what was accepted since. What a merge, an undo or a clock put right has changed is made anew, card by card or as a whole.
 */
export class AnswerColumns implements AnswerHistory {
  readonly #turn = createTurns();
  #known: Known | null = null;

  /** @param worthKeeping rows from which on the columns are kept in a file */
  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    private readonly store: AnswerStore,
    private readonly worthKeeping = WORTH_KEEPING,
  ) {}

  columns(): Promise<ReviewColumns> {
    return this.read((columns) => columns);
  }

  read<T>(work: (columns: ReviewColumns) => T | Promise<T>): Promise<T> {
    return this.#turn(async () => work((await this.#upToDate()).table.columns));
  }

  /** Writes the file where rows came since the last time. Not promised: a disk that refuses changes nothing. */
  write(): Promise<void> {
    return this.#turn(async () => {
      const known = this.#known;
      if (known !== null && !known.isWritten && known.table.rows.length >= this.worthKeeping) await this.#write(known);
    });
  }

  async #upToDate(): Promise<Known> {
    let known = this.#known ?? (await this.#kept());
    this.#known = null;
    while (known === null || known.source !== this.store.journal.source || !(await this.#takeIn(known)))
      known = await this.#made();
    this.#known = known;
    return known;
  }

  /** What the file holds, where it is of these journals. */
  async #kept(): Promise<Known | null> {
    const kept = await readAnswers(this.files, this.dataDir);
    if (kept === null) return null;
    const { journal } = this.store;
    const stands = [...kept.tails.values()].every(
      ({ device, seq, order }) => this.store.find(eventRefOf(device, seq))?.order === order,
    );
    if (!stands || journal.printOf(kept.reach) !== kept.print) return null;
    const { table, reach, last, tails, times } = kept;
    const fold = new AnswerFold(table, this.store);
    return { source: journal.source, table, fold, reach, last, tails: new Map(tails), times, isWritten: true };
  }

  /** Reads all journals. */
  async #made(): Promise<Known> {
    const { source } = this.store.journal;
    const table = new AnswerTable(new GrowingFields(ANSWER_FIELDS, answersIn(this.store.progress)));
    const fold = new AnswerFold(table, this.store);
    const begun = { reach: new Map(), last: BEGIN, tails: new Map(), times: this.#times, isWritten: false };
    const made: Known = { source, table, fold, ...begun };
    await this.#readOn(made, () => undefined);
    void this.write();
    return made;
  }

  /** Takes in what was accepted since. False where that came before what is known, or changes more of it than can be told. */
  async #takeIn(known: Known): Promise<boolean> {
    const touched = new TouchedCards(this.store);
    const before = known.last;
    let isBehind = true;
    const isOn = await this.#readOn(known, (event) => {
      isBehind &&= compareEvents(event, before) > 0;
      touched.note(event);
    });
    if (!isOn || !isBehind || touched.isAll || known.times !== this.#times) return false;
    if (touched.cards.size > 0) await inSlices(known.fold.again(touched.cards, known.reach));
    return known.source === this.store.journal.source;
  }

  /** Reads on to where the journals end now; false where they go less far than before. */
  async #readOn(known: Known, note: (event: JournalEvent) => void): Promise<boolean> {
    const { journal } = this.store;
    const to = journal.reach();
    if ([...known.reach].some(([device, seq]) => (to.get(device) ?? 0) < seq)) return false;
    await inSlices(taking(known, journal.within(known.reach, to), note));
    known.reach = to;
    return true;
  }

  get #times(): string {
    return JSON.stringify(this.store.stampedAhead);
  }

  async #write(known: Known): Promise<void> {
    const { table, reach, tails, last, times } = known;
    const print = this.store.journal.printOf(reach);
    try {
      await writeAnswers(this.files, this.dataDir, { table, reach, tails, last, times, print });
      known.isWritten = true;
    } catch {
      // The columns are made again from the journals where the file is missing.
    }
  }
}

function* taking(known: Known, events: Iterable<JournalEvent>, note: (event: JournalEvent) => void): Generator<void> {
  let count = 0;
  for (const event of events) {
    note(event);
    known.fold.take(event);
    known.last = { order: event.order, device: event.device, seq: event.seq };
    known.tails.set(event.device, known.last);
    known.isWritten = false;
    if (++count % GROUP === 0) yield;
  }
}
