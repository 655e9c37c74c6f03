import { countedMs } from '../../../domain/history/answer-time.ts';
import { REVIEW_MODES } from '../../../domain/history/event-schemas.ts';
import type { ReviewEvent, Stamp } from '../../../domain/history/events.ts';
import type { CardId } from '../../../domain/ids.ts';
import { daysSince, NEVER_ANSWERED, recallOf, type CardEnd } from '../../../domain/stats/card-end.ts';
import { pickedIn } from '../../../domain/stats/picked.ts';
import { packRef, SAID_CODES, VERDICT_CODES, type ReviewColumns } from '../../../domain/stats/review-columns.ts';
import { hourOf, studyDay } from '../../../domain/study/study-day.ts';
import { ANSWER_FIELDS, END_FIELDS } from './answer-fields.ts';
import { GrowingFields } from './growing-fields.ts';

const MAX_U16 = 65_535;
const saidBy = ({ sure }: Pick<ReviewEvent, 'sure'>) => (sure === undefined ? 'nothing' : sure ? 'sure' : 'unsure');

/** All answers as columns, and what the answers of each card left. */
export class AnswerTable {
  readonly #placeOfCard = new Map<CardId, number>();
  readonly #placeOfDevice = new Map<string, number>();

  constructor(
    readonly rows = new GrowingFields(ANSWER_FIELDS),
    readonly ends = new GrowingFields(END_FIELDS),
    readonly cards: CardId[] = [],
    readonly devices: string[] = [],
  ) {
    cards.forEach((card, place) => this.#placeOfCard.set(card, place));
    devices.forEach((device, place) => this.#placeOfDevice.set(device, place));
  }

  get columns(): ReviewColumns {
    const { cards, devices } = this;
    return { length: this.rows.length, cards, devices, placeOf: (card) => this.placeOf(card), ...this.rows.arrays };
  }

  /** −1 for a card without an answer. */
  placeOf(card: CardId): number {
    return this.#placeOfCard.get(card) ?? -1;
  }

  /** The place of a card, a new one where it has none. */
  addCard(card: CardId): number {
    const known = this.#placeOfCard.get(card);
    if (known !== undefined) return known;
    const place = this.cards.push(card) - 1;
    this.#placeOfCard.set(card, place);
    this.ends.add();
    this.setEnd(place, NEVER_ANSWERED);
    return place;
  }

  endOf(place: number): CardEnd {
    const ends = this.ends.arrays;
    return {
      phase: ends.endPhase[place]!,
      stabilityDays: ends.endStabilityDays[place]!,
      difficulty: ends.endDifficulty[place]!,
      intervalDays: ends.endIntervalDays[place]!,
      step: ends.endStep[place]!,
      lastDay: ends.endLastDay[place]!,
      reps: ends.endReps[place]!,
      lapses: ends.endLapses[place]!,
      decay: ends.endDecay[place]!,
      lastAnswerAt: ends.endLastAnswerAt[place]!,
    };
  }

  setEnd(place: number, end: CardEnd): void {
    const ends = this.ends.arrays;
    ends.endPhase[place] = end.phase;
    ends.endStabilityDays[place] = end.stabilityDays;
    ends.endDifficulty[place] = end.difficulty;
    ends.endIntervalDays[place] = end.intervalDays;
    ends.endStep[place] = Math.min(MAX_U16, end.step);
    ends.endLastDay[place] = end.lastDay;
    ends.endReps[place] = Math.min(MAX_U16, end.reps);
    ends.endLapses[place] = Math.min(MAX_U16, end.lapses);
    ends.endDecay[place] = end.decay;
    ends.endLastAnswerAt[place] = end.lastAnswerAt;
  }

  /** Name of an event as the rows keep it. */
  packed({ device, seq }: Pick<Stamp, 'device' | 'seq'>): number {
    let place = this.#placeOfDevice.get(device);
    if (place === undefined) {
      place = this.devices.push(device) - 1;
      this.#placeOfDevice.set(device, place);
    }
    return packRef(seq, place);
  }

  /** Writes an answer into a row, `before` standing before it. */
  write(row: number, event: Stamp & ReviewEvent, place: number, before: CardEnd, isStanding: boolean): void {
    const rows = this.rows.arrays;
    const day = studyDay(event.at, event);
    rows.card[row] = place;
    rows.ref[row] = this.packed(event);
    rows.at[row] = event.at;
    rows.day[row] = day;
    rows.hour[row] = hourOf(event.at, event);
    rows.grade[row] = event.grade;
    rows.mode[row] = REVIEW_MODES.indexOf(event.mode);
    rows.verdict[row] = VERDICT_CODES.indexOf(event.verdict ?? null);
    rows.said[row] = SAID_CODES.indexOf(saidBy(event));
    rows.standing[row] = isStanding ? 1 : 0;
    rows.picked[row] = pickedIn(event.response);
    rows.elapsedMs[row] = Math.round(countedMs(event));
    rows.phase[row] = before.phase;
    rows.intervalDays[row] = before.intervalDays;
    rows.stabilityDays[row] = before.stabilityDays;
    rows.difficulty[row] = before.difficulty;
    rows.elapsedDays[row] = Math.min(MAX_U16, daysSince(before, day));
    rows.recall[row] = recallOf(before, day);
    rows.reps[row] = before.reps;
    rows.lapses[row] = before.lapses;
  }
}
