import { parseCardId } from '../domain/ids.ts';
import type { CardView, Method, Output, Sent } from './contract.ts';

type ExamMethod = Extract<Method, `exam.${string}`>;

const text = { th: 'องค์การ', en: 'organization' };
const cardId = parseCardId('csto/gl-name');
const lesson = { id: 'at-a-glance', number: 1, title: text };
const blueprint = {
  parts: [{ title: text, lessons: ['at-a-glance'], weight: 2 }],
  questions: 60,
  minutes: 45,
  kinds: 'all' as const,
  onlyAsked: false,
  aboveRecall: 0.4,
};
const expectation = { expected: 0.71, low: 0.64, high: 0.78, byGuessing: 0.1 };
const score = { right: 46, of: 60, share: 0.77, low: 0.67, high: 0.85 };
const exam: Output<'exam.get'>['exam'] = {
  examId: '5b1c9a0e-77aa',
  template: 'course',
  courseId: 'csto',
  startedAt: 1_700_000_000_000,
  durationMs: 2_700_000,
  endedAt: null,
  state: 'running',
  leftMs: 1_902_000,
  questions: 60,
  answered: 22,
  wanted: 60,
  countsAsReviews: false,
  final: true,
};
const { examId } = exam;
const ended = { ...exam, endedAt: 1_700_002_000_000, state: 'ended' as const, leftMs: 0 };

/** An input and an output of each method of exams. @param card as any method shows one */
/** Saving an exam on paper. */
export const SAVE_PDF = [{ name: 'Course exam 23 Nov 2026' }, { saved: true }] as const;

export const examExamples = (card: CardView): { [M in ExamMethod]: readonly [Sent<M>, Output<M>] } => ({
  'exam.templates': [
    { courseId: 'csto' },
    { templates: [{ id: 'course', blueprint }], hasFinal: true, lessons: [lesson], leftOut: 3 },
  ],
  'exam.plan': [
    { courseId: 'csto', blueprint },
    { parts: [{ questions: 60, available: 443 }], questions: 60, minutes: 45, neverAsked: 258, expectation },
  ],
  'exam.start': [{ courseId: 'csto', template: 'course', blueprint, countsAsReviews: false }, { examId }],
  'exam.get': [
    { examId },
    {
      exam,
      parts: [{ lessons: [lesson], questions: [{ card, response: { la: 'ra' }, marked: true, elapsedMs: 4_000 }] }],
    },
  ],
  'exam.answer': [{ examId, cardId, response: 'ตอบ', elapsedMs: 4_000 }, { leftMs: 1_900_000 }],
  'exam.mark': [{ examId, cardId, marked: true }, { leftMs: 1_900_000 }],
  'exam.end': [{ examId }, { done: true }],
  'exam.list': [{ courseId: 'csto' }, { exams: [{ exam: ended, score }] }],
  'exam.running': [{}, { exam }],
  'exam.result': [
    { examId },
    {
      exam: ended,
      score,
      parts: [{ title: text, lessons: [lesson], score }],
      levels: [{ level: 'understand', score }],
      byGuessing: 0.1,
      withoutLuck: 0.74,
      expectation,
      before: { at: 1_690_000_000_000, share: 0.57 },
      questions: [
        {
          number: 1,
          part: 0,
          cardId,
          kind: 'choice',
          lesson,
          sectionId: 'what',
          prompt: text,
          verdict: 'wrong',
          score: 0,
          given: text,
          difference: [{ kind: 'missing', text: 'ี' }],
          answer: text,
          rightOptions: ['a'],
          why: [text],
          explanation: text,
          evidence: [{ id: 'p003', gist: text, section: { lessonId: lesson.id, sectionId: 'what', heading: text } }],
          marked: false,
        },
      ],
    },
  ],
});
