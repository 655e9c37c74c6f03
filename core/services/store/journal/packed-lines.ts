import { fileIndex, indexEvent, nothingCovered, type Covered } from './journal-index.ts';
import { LineBlock } from './line-block.ts';
import {
  AT,
  GRADE,
  HAS_MEMORY,
  IS_PRACTICE,
  IS_USUAL,
  PHASE,
  PHASES,
  usualSource,
  WIDTH,
  type PackedEvents,
} from './packed-events.ts';

/**
 * Makes the lines of packed events, as `encodeLine` would: one batch of one device in one file. The line of an event is made when the
 * next one is known, since only the last of the batch does not say that more follow.
 */
export class PackedLines {
  /** Where the lines stand in the file. */
  readonly covered: Covered;
  readonly #cards: string[] = [];
  readonly #names: string[] = [];
  readonly #block = new LineBlock();
  #bytes = 0;
  /** JSON of the last event, without the brace at its end; '' before the first. */
  #waiting = '';
  #seq = 0;
  #order = 0;

  constructor(
    private readonly device: string,
    private readonly file: string,
  ) {
    this.covered = nothingCovered(device);
  }

  /** @returns the lines of these events but for the last, many at a time; what was given stands there until more is asked for */
  *put({ rows, count, cards, names, texts }: PackedEvents): Generator<Buffer> {
    for (const card of cards) this.#cards.push(card);
    for (const name of names) this.#names.push(name);
    let text = 0;
    for (let from = 0; from < count * WIDTH; from += WIDTH) {
      if (this.#waiting !== '') this.#add(',"more":true}');
      if (this.#block.isFull) yield this.#block.take();
      this.#seq = rows[from + AT.seq]!;
      this.#order = rows[from + AT.order]!;
      if (rows[from + AT.card]! < 0) this.#waiting = texts[text++]!.slice(0, -1);
      else {
        const at = rows[from + AT.at]!;
        const isUsual = (rows[from + AT.bits]! & IS_USUAL) !== 0;
        this.#waiting = this.#review(rows, from, isUsual ? `"${usualSource(at)}"` : texts[text++]!);
      }
    }
  }

  /** What is left, its batch ended. */
  end(): Buffer {
    if (this.#waiting !== '') this.#add('}');
    this.#waiting = '';
    return this.#block.take();
  }

  #add(end: string): void {
    const { covered } = this;
    const offset = this.#bytes;
    this.#bytes += this.#block.add(this.#waiting + end);
    indexEvent(fileIndex(covered, this.file), this.#seq, offset, this.#bytes);
    covered.seq = this.#seq;
    covered.order = Math.max(covered.order, this.#order);
  }

  /** Keys as they come in the event, numbers as JSON has them. */
  #review(rows: Float64Array, from: number, source: string): string {
    const names = this.#names;
    const bits = rows[from + AT.bits]!;
    const prev = rows[from + AT.prev]!;
    const named = (at: number) => (rows[from + at]! < 0 ? '' : names[rows[from + at]!]!);
    const stamp = `{"v":1,"device":"${this.device}","seq":${this.#seq},"at":${rows[from + AT.at]},"order":${this.#order},"utcOffsetMin":${rows[from + AT.utcOffsetMin]},"batch":1`;
    const about = `,"type":"review","card":${this.#cards[rows[from + AT.card]!]},"prev":${prev === 0 ? 'null' : `"${this.device}:${prev}"`},"mode":"${bits & IS_PRACTICE ? 'practice' : 'review'}","grade":${bits & GRADE}`;
    const memory =
      bits & HAS_MEMORY
        ? `{"phase":"${PHASES[Math.floor(bits / PHASE)]}","due":${rows[from + AT.due]},"stabilityDays":${rows[from + AT.stabilityDays]},"difficulty":${rows[from + AT.difficulty]},"intervalDays":${rows[from + AT.intervalDays]},"step":${rows[from + AT.step]},"reps":${rows[from + AT.reps]},"lapses":${rows[from + AT.lapses]},"lastReview":${rows[from + AT.lastReview]}}`
        : 'null';
    const figures = `,"retention":${rows[from + AT.retention]},"rolloverHour":${rows[from + AT.rolloverHour]},"elapsedMs":${rows[from + AT.elapsedMs]}`;
    return `${stamp}${about},"memory":${memory}${figures}${named(AT.schedule)}${named(AT.parameters)},"source":${source}${named(AT.course)}`;
  }
}
