import { answeredAs } from '../../domain/answered-as.ts';
import { fitsKinds, type Blueprint } from '../../domain/exam/blueprint.ts';
import type { Candidate, GivesAway } from '../../domain/exam/draw.ts';
import { isAboveRecall } from '../../domain/question.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

/** A question to draw from, with what is needed to ask it. */
export interface ExamCandidate extends Candidate {
  readonly card: CatalogCard;
}

/**
 * What each part of a blueprint can be drawn from: of the kinds that are wanted, and not suspended.
 * @throws AppError `not-found` for a course or lesson that is not there
 */
export function candidatesOf(learner: Learner, courseId: string, blueprint: Blueprint): ExamCandidate[][] {
  const { kinds, onlyAsked } = blueprint;
  return blueprint.parts.map(({ lessons }) =>
    lessons.flatMap((lessonId) =>
      learner.catalog
        .cards({ courseId, lessonId })
        .filter(({ cardId, question }) => {
          const { suspended, memory } = learner.cardState(cardId);
          return fitsKinds(answeredAs(question), kinds) && !suspended && (!onlyAsked || memory !== null);
        })
        .map((card) => ({ cardId: card.cardId, lesson: lessonId, isAbove: isAboveRecall(card.question), card })),
    ),
  );
}

/** By what the course says of its questions: one that reveals the other must not stand beside it. */
export function givesAwayIn(parts: readonly (readonly ExamCandidate[])[]): GivesAway {
  const rivals = new Map(parts.flat().map(({ cardId, card }) => [cardId, new Set(card.rivals)]));
  return (one, other) => rivals.get(one)?.has(other) === true;
}
