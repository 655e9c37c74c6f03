import type { Input, Output } from '../../api/contract.ts';
import { RESPONSES, type StudyApp } from '../study-app.fixture.ts';

type Start = Input<'exam.start'>;

/** An exam of both lessons of the small course: eight questions of each, 20 minutes. */
export const TINY: Start['blueprint'] = {
  parts: [
    { lessons: ['begin'], weight: 1 },
    { lessons: ['later'], weight: 1 },
  ],
  questions: 16,
  minutes: 20,
  kinds: 'all',
  onlyAsked: false,
};

export async function startExam(app: StudyApp, more: Partial<Start> = {}): Promise<string> {
  const start = { courseId: 'tiny', template: 'own' as const, blueprint: TINY, countsAsReviews: false, ...more };
  return (await app.call('exam.start', start)).examId;
}

export const cardsOf = ({ parts }: Output<'exam.get'>): string[] =>
  parts.flatMap(({ questions }) => questions.map(({ card }) => card.cardId));

/** The right or a wrong response to a card of the small course. */
const responseTo = (cardId: string, what: 'right' | 'wrong') => RESPONSES[cardId.replace(/^.*-/, '')]![what];

export const answerExam = (app: StudyApp, examId: string, cardId: string, what: 'right' | 'wrong') =>
  app.call('exam.answer', { examId, cardId, response: responseTo(cardId, what), elapsedMs: 5_000 });
