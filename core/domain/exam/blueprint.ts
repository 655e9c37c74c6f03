import type { Form } from '../answered-as.ts';
import type { Bilingual } from '../question.ts';

/** Ways to answer in an exam; a plain card is graded by the learner alone, so no exam asks it. */
const CHOSEN: readonly Form[] = ['choice', 'choices', 'order', 'match'];
const WRITTEN: readonly Form[] = ['typed', 'number', 'date', 'cloze'];
export const EXAM_KINDS = ['all', 'chosen', 'written'] as const;
/** `chosen`: the answer stands on the page and is picked or arranged. `written`: the learner produces it. */
export type ExamKinds = (typeof EXAM_KINDS)[number];

export const MAX_EXAM_QUESTIONS = 200;
export const MAX_EXAM_MINUTES = 600;
export const MAX_EXAM_PARTS = 50;

export interface BlueprintPart {
  /** What the course calls it. */
  readonly title?: Bilingual;
  /** Ids of lessons of the course; none stands in two parts. */
  readonly lessons: readonly string[];
  /** Share of the questions, measured against the other parts'; 0 asks none. */
  readonly weight: number;
}

/** What an exam is to be made of. */
export interface Blueprint {
  readonly parts: readonly BlueprintPart[];
  /** How many questions are wanted; the exam has fewer where there are not so many. */
  readonly questions: number;
  readonly minutes: number;
  readonly kinds: ExamKinds;
  /** Only what was answered before. */
  readonly onlyAsked: boolean;
  /** Share of the questions that ask for more than to know, 0 to 1; without it levels are not looked at. */
  readonly aboveRecall?: number;
}

/** The final exam of a course, as the course makes it up. */
export type FinalExam = Pick<Blueprint, 'parts' | 'questions' | 'minutes' | 'aboveRecall'>;

export function fitsKinds(form: Form, kinds: ExamKinds): boolean {
  return (kinds !== 'written' && CHOSEN.includes(form)) || (kinds !== 'chosen' && WRITTEN.includes(form));
}

/** Minutes for fewer questions than were wanted: in proportion, whole, at least one. */
export function minutesFor(questions: number, wanted: Pick<Blueprint, 'questions' | 'minutes'>): number {
  return Math.max(1, Math.ceil((wanted.minutes * questions) / wanted.questions));
}
