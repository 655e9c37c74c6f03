import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { drawTerms } from '../../domain/glossary/draw-terms.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { refOf } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Learner } from '../courses/learner.ts';
import type { Sessions } from './sessions.ts';

/** Terms of a round. */
const ROUND = 10;

/** Rounds of the glossary quiz. Its answers are practice: they are in the history and move no schedule. */
export class GlossaryQuiz {
  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
  ) {}

  /** @throws AppError `not-found` for a course without terms, or a question that is none of its quiz */
  start({ courseId, again }: Input<'glossary.quiz'>): Output<'glossary.quiz'> {
    const asked = this.learner.catalog.terms(courseId);
    const byId = new Set(asked.map(({ cardId }) => cardId));
    const stranger = again?.find((cardId) => !byId.has(cardId));
    if (stranger !== undefined)
      throw new AppError('not-found', 'no question of the quiz', { what: 'card', id: stranger });
    const cards = again ?? this.#round(courseId);
    if (cards.length === 0) throw new AppError('not-found', 'no terms', { what: 'glossary', id: courseId });
    const session = this.sessions.startOf({ mode: 'practice', courseId }, { learning: [], review: cards, fresh: [] });
    return { sessionId: session.id, counts: session.counts };
  }

  #round(courseId: string): CardId[] {
    const byTerm = groupedBy(this.learner.catalog.terms(courseId), ({ termId }) => termId);
    const terms = [...byTerm].map(([termId, forms]) => ({
      termId,
      forms: forms.map(({ cardId }) => ({ cardId, answers: this.#answersTo(cardId) })),
    }));
    return drawTerms(terms, ROUND, randomUUID());
  }

  /** As they stand: without what was taken back, or corrected by a later one. */
  #answersTo(cardId: CardId): { at: number; right: boolean }[] {
    const { store } = this.learner;
    if (this.learner.cardState(cardId).revision === 0) return [];
    const reviews = store
      .eventsOf(cardId)
      .flatMap((event) => (event.type === 'review' && !store.isUndone(event) ? [event] : []));
    const corrected = new Set(reviews.map(({ corrects }) => corrects));
    return reviews.filter((event) => !corrected.has(refOf(event))).map(({ at, grade }) => ({ at, right: grade > 1 }));
  }
}

export function quizHandlers(quiz: GlossaryQuiz): Pick<Handlers, 'glossary.quiz'> {
  return { 'glossary.quiz': async (input) => quiz.start(input) };
}
