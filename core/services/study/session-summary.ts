import type { Output } from '../../api/contract.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { upcoming } from '../../domain/study/upcoming.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Session } from './session.ts';

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
    ...upcoming(catalog.cards(scope), progress, moment),
  };
}
