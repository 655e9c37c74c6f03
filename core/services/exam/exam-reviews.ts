import type { NewEvent } from '../ports.ts';
import type { Exam } from '../../domain/exam/exam.ts';
import { verdictOn } from '../../domain/exam/verdict.ts';
import { gradeOf } from '../../domain/grading/grade.ts';
import { keptTime } from '../../domain/history/answer-time.ts';
import { keptOf, review } from '../../domain/study/schedule.ts';
import type { Learner } from '../courses/learner.ts';

const NO_HELP = { hinted: false, secondTry: false };

/** The answers of an exam as reviews of now; what was not answered is none. */
export function examReviews(learner: Learner, exam: Exam): NewEvent[] {
  const moment = learner.moment();
  const { rolloverHour } = learner.progress.settings;
  const options = learner.options(exam.courseId);
  const { retention } = options;
  return [...exam.answers].flatMap(([cardId, { response, elapsedMs: looked }]): NewEvent[] => {
    const card = learner.catalog.find(cardId);
    if (!card || response === null) return [];
    const { verdict, judgement } = verdictOn(card.question, response);
    if (verdict === 'unanswered') return [];
    const { memory, last } = learner.cardState(cardId);
    const grade = gradeOf(judgement, NO_HELP);
    const { elapsedMs, ...cap } = keptTime(looked, options.answerTimeCapS);
    return [
      {
        type: 'review',
        card: cardId,
        prev: last,
        mode: 'exam',
        grade,
        memory: keptOf(review(memory, grade, moment.now, moment.clock, options)),
        retention,
        rolloverHour,
        elapsedMs,
        verdict,
        response,
        ...cap,
      },
    ];
  });
}
