import type { Question } from '../question.ts';

export type Kind = Question['kind'];
/** When an answer was given: the first of its card, in the steps of a day, or to a card that had been learned. */
export type PacePhase = 'first' | 'steps' | 'review';

/** One answer as far as its time goes. */
export interface TimedAnswer {
  readonly kind: Kind;
  readonly phase: PacePhase;
  /** What it counts for, ms. */
  readonly ms: number;
}

/** Seconds a review takes most people, before anything is known of this learner. */
const USUAL_S: Readonly<Record<Kind, number>> = {
  card: 9,
  choice: 10,
  choices: 15,
  cloze: 14,
  typed: 12,
  number: 12,
  date: 13,
  order: 20,
  match: 25,
  label: 15,
};
/** A first answer takes longer, one in the steps is still warm. */
const PHASE_FACTOR: Readonly<Record<PacePhase, number>> = { first: 1.5, steps: 0.8, review: 1 };
/** The usual time weighs as much as so many answers of the learner; so does their own time over all kinds against that of one kind. */
const PRIOR_ANSWERS = 20;
/** Answers differ by this share of their mean, until it is known better. */
const USUAL_SPREAD = 0.6;
/** A day is slower or faster as a whole by about this share. */
const DAY_SPREAD = 0.1;

const usualMs = (kind: Kind, phase: PacePhase) => USUAL_S[kind] * PHASE_FACTOR[phase] * 1000;

/** The learner's own time for an answer. */
export class Pace {
  /** How many answers it rests on. */
  readonly answers: number;
  readonly #cells = new Map<string, { answers: number; ms: number }>();
  /** The learner's time against the usual one, over everything. */
  readonly #ratio: number;
  readonly #spread: number;

  constructor(given: Iterable<TimedAnswer>) {
    let [answers, ms, usual, squares] = [0, 0, 0, 0];
    for (const answer of given) {
      const expected = usualMs(answer.kind, answer.phase);
      answers += 1;
      ms += answer.ms;
      usual += expected;
      squares += (answer.ms / expected) ** 2;
      const cell = this.#cell(answer.kind, answer.phase);
      this.#cells.set(cellName(answer.kind, answer.phase), { answers: cell.answers + 1, ms: cell.ms + answer.ms });
    }
    this.answers = answers;
    const meanUsual = answers === 0 ? 1 : usual / answers;
    this.#ratio = (ms + PRIOR_ANSWERS * meanUsual) / (usual + PRIOR_ANSWERS * meanUsual);
    const own = answers === 0 ? 0 : Math.sqrt(Math.max(0, squares / answers - (ms / usual) ** 2)) / this.#ratio;
    this.#spread = (answers * own + PRIOR_ANSWERS * USUAL_SPREAD) / (answers + PRIOR_ANSWERS);
  }

  /** Expected time of an answer, ms: the mean of those given, drawn to what is usual where they are few. */
  answerMs(kind: Kind, phase: PacePhase): number {
    const { answers, ms } = this.#cell(kind, phase);
    return (ms + PRIOR_ANSWERS * usualMs(kind, phase) * this.#ratio) / (answers + PRIOR_ANSWERS);
  }

  /** Expected time of a review, ms, with learning it again where it is missed. @param steps learning steps of a missed card */
  reviewMs(kind: Kind, recall: number, steps: number): number {
    return this.answerMs(kind, 'review') + (1 - recall) * steps * this.answerMs(kind, 'steps');
  }

  /** Expected time of a new card on its first day, ms. @param steps learning steps of a new card */
  newMs(kind: Kind, steps: number): number {
    const again = steps === 0 ? 0 : steps - 1 + MISSED_STEPS;
    return this.answerMs(kind, 'first') + again * this.answerMs(kind, 'steps');
  }

  /** By how much so many answers of such a time in all may go wrong, ms: two in three times it is less. */
  spreadMs(answers: number, ms: number): number {
    if (answers === 0) return 0;
    return Math.hypot((this.#spread * ms) / Math.sqrt(answers), DAY_SPREAD * ms);
  }

  #cell(kind: Kind, phase: PacePhase): { answers: number; ms: number } {
    return this.#cells.get(cellName(kind, phase)) ?? { answers: 0, ms: 0 };
  }
}

/** Steps that are done once more because something was missed in them, a new card. */
const MISSED_STEPS = 0.5;
const cellName = (kind: Kind, phase: PacePhase) => `${kind} ${phase}`;
