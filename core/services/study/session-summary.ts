import type { Output } from '../../api/contract.ts';
import type { Progress } from '../../domain/progress.ts';
import { startOfStudyDay } from '../../domain/study/study-day.ts';
import type { Catalog } from '../courses/catalog.ts';
import { isHidden, type Moment } from './due-cards.ts';
import type { Session } from './sessions.ts';

/** What a session came to, and what comes next in its scope. */
export function summaryOf(
  session: Session,
  catalog: Catalog,
  progress: Progress,
  moment: Moment,
): Output<'study.summary'> {
  const { answers, scope } = session;
  const grades = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { grade } of answers) grades[grade] += 1;
  const missed = [...new Set(answers.filter(({ grade }) => grade === 1).map(({ cardId }) => cardId))];
  return {
    answered: answers.length,
    passed: answers.length - grades[1],
    elapsedMs: Math.round(answers.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)),
    grades,
    missed: missed.flatMap((cardId) => {
      const card = catalog.find(cardId);
      return card
        ? [
            {
              cardId,
              prompt: card.question.prompt,
              courseId: card.course.id,
              lessonId: card.lesson.id,
              sectionId: card.question.sectionId,
            },
          ]
        : [];
    }),
    ...comingUp(
      catalog.cards(scope).map(({ cardId }) => cardId),
      progress,
      moment,
    ),
  };
}

/** When the next card of a set comes due, and how many are due by the end of the next study day. */
export function comingUp(
  cardIds: Iterable<string>,
  progress: Progress,
  { today, clock }: Moment,
): { nextDue: number | null; dueTomorrow: number } {
  const endOfTomorrow = startOfStudyDay(today + 2, clock);
  let nextDue: number | null = null;
  let dueTomorrow = 0;
  for (const cardId of cardIds) {
    const state = progress.cards.get(cardId);
    if (!state?.memory || isHidden(state, today)) continue;
    const { due } = state.memory;
    if (due < endOfTomorrow) dueTomorrow += 1;
    if (nextDue === null || due < nextDue) nextDue = due;
  }
  return { nextDue, dueTomorrow };
}
