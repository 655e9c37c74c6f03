import type { Exam } from '../../domain/exam/exam.ts';
import { verdictOn } from '../../domain/exam/verdict.ts';
import { gradeOf } from '../../domain/grading/grade.ts';
import { outlooks } from '../../domain/study/schedule.ts';
import type { Learner } from '../courses/learner.ts';
import type { NewEvent } from '../ports.ts';
import { reviewEvent } from '../study/review-event.ts';

const NO_HELP = { hinted: false, secondTry: false };

/** The answers of an exam as reviews of now; what was not answered is none. */
export function examReviews(learner: Learner, exam: Exam): NewEvent[] {
  const moment = learner.moment();
  return [...exam.answers].flatMap(([cardId, { response, elapsedMs }]): NewEvent[] => {
    const card = learner.catalog.find(cardId);
    if (!card || response === null) return [];
    const { verdict, judgement } = verdictOn(card.question, response);
    if (verdict === 'unanswered') return [];
    const before = learner.cardState(cardId);
    const { options, spread, parameters } = learner.scheduling(card, before, moment);
    const grade = gradeOf(judgement, NO_HELP);
    const { memory } = outlooks(before.memory, moment.now, moment.clock, options, spread)[grade];
    return [
      reviewEvent(learner, { card, before, mode: 'exam', grade, memory, parameters, judgement, response, elapsedMs }),
    ];
  });
}
