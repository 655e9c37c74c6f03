import { REVIEW_MODES } from '../../domain/history/event-schemas.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import type { CardId, EventRef } from '../../domain/ids.ts';
import type { Grade } from '../../domain/grade.ts';
import { PHASES, type KeptMemory } from '../../domain/study/schedule.ts';
import type { BroughtReview } from '../store/journal/brought-review.ts';

type Schedule = NonNullable<BroughtReview['schedule']>;

/**
 * Events on their way to another thread. Reviews are rows of numbers, since there may be millions and objects would be copied one by
 * one; texts and schedules that come again are sent once, and named by their place among all that were sent.
 */
export interface ReviewBatch {
  /** `WIDTH` numbers a review. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly count: number;
  readonly texts: readonly string[];
  /** What reviews are called where they come from: of this batch only, each is another. */
  readonly sources: readonly string[];
  readonly schedules: readonly Schedule[];
  /** Other events, each behind so many reviews of this batch. */
  readonly events: readonly { readonly behind: number; readonly event: JournalEvent }[];
}

/** Reviews in a batch, and other events: it is full then, and takes more all the same. */
const MOST_REVIEWS = 1_024;
const MOST_EVENTS = 1_000;
/** Numbers of a review: as many as are written below. */
const WIDTH = 24;
/** Where its card is named in a row. */
const CARD = 4;
const NONE = -1;

/** Collects events until a batch of them is full. */
export class ReviewPacker {
  #rows = new Float64Array(MOST_REVIEWS * WIDTH);
  #count = 0;
  #events: { behind: number; event: JournalEvent }[] = [];
  #texts: string[] = [];
  #sources: string[] = [];
  #schedules: Schedule[] = [];
  #textsSent = 0;
  readonly #textAt = new Map<string, number>();
  readonly #scheduleAt = new Map<Schedule, number>();
  /** Of the cards: by their rows, one more than the place of their text; 0 where it was not sent. */
  #cardAt = new Int32Array(1_024);

  get isFull(): boolean {
    return this.#count >= MOST_REVIEWS || this.#events.length >= MOST_EVENTS;
  }

  add(event: JournalEvent): void {
    this.#events.push({ behind: this.#count, event });
  }

  /** @param card number of its card, the same for all of its reviews */
  addReview(review: BroughtReview, card: number): void {
    const { memory } = review;
    let at = this.#count++ * WIDTH;
    if (at >= this.#rows.length) this.#grow();
    const rows = this.#rows;
    rows[at++] = review.seq;
    rows[at++] = review.at;
    rows[at++] = review.order;
    rows[at++] = review.utcOffsetMin;
    rows[at++] = this.#card(card, review.card);
    rows[at++] = review.prevSeq;
    rows[at++] = REVIEW_MODES.indexOf(review.mode);
    rows[at++] = review.grade;
    rows[at++] = review.retention;
    rows[at++] = review.rolloverHour;
    rows[at++] = review.elapsedMs;
    rows[at++] = review.schedule ? this.#schedule(review.schedule) : NONE;
    rows[at++] = review.parameters === undefined ? NONE : this.#text(review.parameters);
    rows[at++] = review.source === null ? NONE : this.#sources.push(review.source) - 1;
    rows[at++] = review.course === undefined ? NONE : this.#text(review.course);
    if (memory === null) {
      rows[at] = NONE;
      return;
    }
    rows[at++] = PHASES.indexOf(memory.phase);
    rows[at++] = memory.due;
    rows[at++] = memory.stabilityDays;
    rows[at++] = memory.difficulty;
    rows[at++] = memory.intervalDays;
    rows[at++] = memory.step;
    rows[at++] = memory.reps;
    rows[at++] = memory.lapses;
    rows[at] = memory.lastReview;
  }

  /** What was collected. @param rows memory for what comes next: of a batch that was read */
  take(rows: ReviewBatch['rows'] = new Float64Array(MOST_REVIEWS * WIDTH)): ReviewBatch {
    const taken = {
      ...{ rows: this.#rows, count: this.#count, events: this.#events },
      ...{ texts: this.#texts, sources: this.#sources, schedules: this.#schedules },
    };
    [this.#rows, this.#count, this.#events] = [rows, 0, []];
    [this.#texts, this.#sources, this.#schedules] = [[], [], []];
    return taken;
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#rows.length);
    grown.set(this.#rows);
    this.#rows = grown;
  }

  #card(card: number, text: string): number {
    if (card >= this.#cardAt.length) {
      const grown = new Int32Array(2 * card);
      grown.set(this.#cardAt);
      this.#cardAt = grown;
    }
    const known = this.#cardAt[card]!;
    return (known > 0 ? known : (this.#cardAt[card] = this.#send(text) + 1)) - 1;
  }

  #text(text: string): number {
    let at = this.#textAt.get(text);
    if (at === undefined) this.#textAt.set(text, (at = this.#send(text)));
    return at;
  }

  #send(text: string): number {
    this.#texts.push(text);
    return this.#textsSent++;
  }

  #schedule(schedule: Schedule): number {
    let at = this.#scheduleAt.get(schedule);
    if (at === undefined) {
      this.#scheduleAt.set(schedule, (at = this.#scheduleAt.size));
      this.#schedules.push(schedule);
    }
    return at;
  }
}

/** Takes what events are laid down with. */
export interface TakesEvents {
  add(event: JournalEvent): void;
  /** @param card number of its card, the same for all of its reviews */
  addReview(review: BroughtReview, card: number): void;
}

/** Reads the batches of one packer, in its order. */
export class ReviewUnpacker {
  readonly #texts: string[] = [];
  readonly #schedules: Schedule[] = [];

  /** @param device whose events they are */
  constructor(private readonly device: string) {}

  /** Gives `to` what the batch holds. */
  unpack(batch: ReviewBatch, to: TakesEvents): void {
    for (const text of batch.texts) this.#texts.push(text);
    for (const schedule of batch.schedules) this.#schedules.push(schedule);
    let next = 0;
    for (let i = 0; i <= batch.count; i++) {
      for (; batch.events[next]?.behind === i; next++) to.add(batch.events[next]!.event);
      if (i < batch.count) this.#review(batch, i * WIDTH, to);
    }
  }

  #review({ rows, sources }: ReviewBatch, from: number, to: TakesEvents): void {
    let at = from;
    const card = rows[from + CARD]!;
    const review = {
      device: this.device,
      type: 'review' as const,
      seq: rows[at++]!,
      at: rows[at++]!,
      order: rows[at++]!,
      utcOffsetMin: rows[at++]!,
      card: this.#texts[rows[at++]!] as CardId,
      prevSeq: rows[at++]!,
      mode: REVIEW_MODES[rows[at++]!]!,
      grade: rows[at++] as Grade,
      retention: rows[at++]!,
      rolloverHour: rows[at++]!,
      elapsedMs: rows[at++]!,
      schedule: this.#schedules[rows[at++]!],
      parameters: this.#texts[rows[at++]!] as EventRef | undefined,
      source: sources[rows[at++]!] ?? null,
      course: this.#texts[rows[at++]!],
      memory: memoryIn(rows, at),
    };
    to.addReview(review as BroughtReview, card);
  }
}

function memoryIn(rows: ReviewBatch['rows'], from: number): KeptMemory | null {
  const phase = PHASES[rows[from]!];
  if (phase === undefined) return null;
  let at = from + 1;
  return {
    phase,
    due: rows[at++]!,
    stabilityDays: rows[at++]!,
    difficulty: rows[at++]!,
    intervalDays: rows[at++]!,
    step: rows[at++]!,
    reps: rows[at++]!,
    lapses: rows[at++]!,
    lastReview: rows[at]!,
  };
}
