import type { CardView, Sent } from '../../core/api/contract.ts';
import type { Course } from '../../core/domain/course.ts';
import type { Question } from '../../core/domain/question.ts';
import { rightResponse, wrongResponse } from './responses.ts';
import { trueMemoryAfter, trueRecall, type TrueMemory } from './true-memory.ts';

/** How a made-up learner answers a question: what is sent beside its name and state. */
export type Given = Pick<Sent<'study.answer'>, 'response' | 'grade' | 'unknown' | 'sure' | 'elapsedMs'>;

/** Seconds that a kind of question takes one who knows. */
const SECONDS: Readonly<Record<Question['kind'], number>> = {
  card: 8,
  choice: 7,
  choices: 11,
  typed: 10,
  number: 7,
  date: 8,
  cloze: 12,
  order: 16,
  match: 18,
  label: 9,
};

/** Someone who forgets, guesses and mixes things up, with a memory of their own that the app can only estimate. */
export class MadeUpLearner {
  readonly #memories = new Map<string, TrueMemory>();
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #random: () => number;

  constructor(course: Course, random: () => number) {
    this.#questions = new Map(
      course.lessons.flatMap(({ questions }) => questions).map((question) => [question.id, question]),
    );
    this.#random = random;
  }

  /** @param alert share of the recall that is there at this hour */
  answer({ cardId, kind }: Pick<CardView, 'cardId' | 'kind'>, now: number, alert: number): Given {
    const random = this.#random;
    const memory = this.#memories.get(cardId) ?? { ease: random(), stabilityDays: null, at: now };
    const recall = trueRecall(memory, now) * alert;
    const recalled = random() < recall;
    this.#memories.set(cardId, trueMemoryAfter(memory, recalled, now));
    const spread = Math.exp(0.45 * (random() + random() + random() - 1.5));
    const distracted = random() < 0.006 ? 90_000 : 0;
    const elapsedMs = Math.round(SECONDS[kind] * 1000 * spread * (recalled ? 1.3 - recall / 2 : 1.7)) + distracted;
    return {
      ...(recalled ? this.#known(cardId, recall) : this.#forgotten(cardId)),
      ...this.#sureness(recall, recalled),
      elapsedMs,
    };
  }

  /** A near miss is put right more often than not. */
  again({ cardId }: Pick<CardView, 'cardId'>): Given {
    const response = rightResponse(this.#question(cardId));
    return response !== undefined && this.#random() < 0.7
      ? { response, elapsedMs: 6_000 }
      : { unknown: true, elapsedMs: 4_000 };
  }

  #known(cardId: string, recall: number): Omit<Given, 'elapsedMs'> {
    const response = rightResponse(this.#question(cardId));
    const felt = recall + 0.25 * (this.#random() - 0.5);
    const grade = felt > 1.02 ? 4 : felt < 0.62 ? 2 : 3;
    return { ...(response !== undefined && { response }), ...((response === undefined || grade !== 3) && { grade }) };
  }

  #forgotten(cardId: string): Omit<Given, 'elapsedMs'> {
    const question = this.#question(cardId);
    const dice = this.#random();
    if (question.kind === 'card') return { grade: 1 };
    // A guess is right now and then, and nothing shows that it was one.
    if ('options' in question && question.kind !== 'choices' && dice < 0.25)
      return { response: question.options[Math.floor(this.#random() * question.options.length)]!.id };
    const response = dice < 0.8 ? wrongResponse(question, this.#mixedUpWith(question), this.#random) : undefined;
    return response === undefined ? { unknown: true } : { response };
  }

  /** Who is asked says it often, but not each time; a feeling is right more often than not. */
  #sureness(recall: number, recalled: boolean): Pick<Given, 'sure'> {
    const feeling = 0.45 * recall + (recalled ? 0.32 : 0.12) + 0.5 * (this.#random() - 0.5);
    const dice = this.#random();
    if (feeling < 0.5) return dice < 0.8 ? { sure: false } : {};
    return feeling > 0.6 && dice < 0.7 ? { sure: true } : {};
  }

  #question(cardId: string): Question {
    return this.#questions.get(cardId.slice(cardId.indexOf('/') + 1))!;
  }

  /** Questions of a kind and lesson are mixed up in pairs; one that has no partner is its own. */
  #mixedUpWith({ kind, lessonId, id }: Question): Question {
    const alike = [...this.#questions.values()].filter((other) => other.kind === kind && other.lessonId === lessonId);
    const at = alike.findIndex((other) => other.id === id);
    return alike[at % 2 === 0 ? at + 1 : at - 1] ?? alike[at]!;
  }
}
