import type { Handlers } from '../../api/contract.ts';
import type { Learner } from '../courses/learner.ts';
import type { SteadyClock } from '../ports.ts';
import type { Sessions } from '../study/sessions.ts';
import { planHandlers } from './exam-plan.ts';
import { ExamService } from './exam-service.ts';

/** What the contract asks of exams. */
export function createExamService(learner: Learner, sessions: Sessions, clock: SteadyClock) {
  const exams = new ExamService(learner, sessions, clock);
  return {
    ...planHandlers(learner),
    'exam.start': (input) => exams.start(input),
    'exam.get': async ({ examId }) => exams.get(examId),
    'exam.answer': (input) => exams.answer(input),
    'exam.mark': (input) => exams.mark(input),
    'exam.end': ({ examId }) => exams.end(examId),
    'exam.list': async (input) => exams.list(input),
    'exam.running': async () => exams.running(),
    'exam.result': async ({ examId }) => exams.result(examId),
  } satisfies Partial<Handlers>;
}
