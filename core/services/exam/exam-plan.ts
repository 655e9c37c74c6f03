import type { Handlers, Output } from '../../api/contract.ts';
import { apportion } from '../../domain/exam/apportion.ts';
import { minutesFor, type Blueprint } from '../../domain/exam/blueprint.ts';
import { expectationOf, type PartToCome } from '../../domain/exam/expectation.ts';
import { blueprintOf, TEMPLATES } from '../../domain/exam/templates.ts';
import { guessChance } from '../../domain/simulation/guess-chance.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { recallOn } from '../../domain/simulation/readiness.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { candidatesOf, type ExamCandidate } from './candidates.ts';

type Plan = Output<'exam.plan'>;

/** A blueprint held against what there is to ask. */
export interface ExamPlan {
  readonly candidates: readonly (readonly ExamCandidate[])[];
  /** Questions of each part. */
  readonly counts: readonly number[];
  /** Of those, how many ask for more than to know; undefined where the blueprint does not say. */
  readonly above: readonly number[] | undefined;
  readonly questions: number;
  readonly minutes: number;
}

export function planOf(learner: Learner, courseId: string, blueprint: Blueprint): ExamPlan {
  const candidates = candidatesOf(learner, courseId, blueprint);
  const counts = apportion(
    blueprint.questions,
    blueprint.parts.map(({ weight }) => weight),
    candidates.map(({ length }) => length),
  );
  const questions = counts.reduce((sum, count) => sum + count, 0);
  const above =
    blueprint.aboveRecall === undefined
      ? undefined
      : apportion(Math.round(questions * blueprint.aboveRecall), counts, mostAbove(candidates, counts));
  return { candidates, counts, above, questions, minutes: minutesFor(questions, blueprint) };
}

const mostAbove = (candidates: ExamPlan['candidates'], counts: readonly number[]): number[] =>
  candidates.map((part, at) => Math.min(counts[at]!, part.filter(({ isAbove }) => isAbove).length));

/** What is to be expected of questions that are drawn, or are to be drawn, at an instant. */
export function partsToCome(
  learner: Learner,
  parts: readonly (readonly CatalogCard[])[],
  counts: readonly number[],
  at: number,
): PartToCome[] {
  const { weights } = parametersIn(learner.progress);
  return parts.map((cards, index) => ({
    questions: cards.map(({ cardId, question }) => ({
      recall: recallOn(learner.cardState(cardId).memory, at, weights),
      guess: guessChance(question),
    })),
    drawn: counts[index] ?? 0,
  }));
}

export function planHandlers(learner: Learner): Pick<Handlers, 'exam.templates' | 'exam.plan'> {
  return {
    'exam.templates': async ({ courseId }) => {
      const { lessons, exam } = learner.catalog.course(courseId);
      const ids = lessons.map(({ id }) => id);
      return {
        templates: TEMPLATES.map((id) => ({ id, blueprint: copyOf(blueprintOf(id, ids, exam)) })),
        hasFinal: exam !== undefined,
        lessons: lessons.map(({ id, number, title }) => ({ id, number, title })),
        leftOut: learner.catalog.cards({ courseId }).filter(({ kind }) => kind === 'card').length,
      };
    },
    'exam.plan': async ({ courseId, blueprint }): Promise<Plan> => {
      const { candidates, counts, questions, minutes } = planOf(learner, courseId, blueprint);
      const cards = candidates.map((part) => part.map(({ card }) => card));
      const weighed = candidates.filter((_, at) => blueprint.parts[at]!.weight > 0).flat();
      return {
        parts: counts.map((count, at) => ({ questions: count, available: candidates[at]!.length })),
        questions,
        minutes,
        neverAsked: weighed.filter(({ cardId }) => learner.cardState(cardId).memory === null).length,
        expectation: expectationOf(partsToCome(learner, cards, counts, learner.clock.now())),
      };
    },
  };
}

const copyOf = ({ parts, ...rest }: Blueprint) => ({
  ...rest,
  parts: parts.map(({ lessons, ...part }) => ({ ...part, lessons: [...lessons] })),
});
