import { cardIdIn, lessonKeyOf } from '../ids.ts';
import type { CardState, LessonState, Progress } from '../progress.ts';
import type { Lesson } from '../course.ts';
import { DAYS_TO_LEARN, learnedOf } from './learned.ts';

/** `remembered` cards have left the learning steps, `learning` are in them; the rest is new or unread. */
export interface Mastery {
  readonly questions: number;
  readonly introduced: number;
  readonly learning: number;
  readonly remembered: number;
}

/** A lesson counts as remembered when this share of its questions has left the learning steps. */
const REMEMBERED_SHARE = 0.6;

export function masteryOf(states: Iterable<CardState | undefined>): Mastery {
  let [questions, introduced, learning, remembered] = [0, 0, 0, 0];
  for (const state of states) {
    questions += 1;
    if (!state) continue;
    if (state.introducedAt !== null) introduced += 1;
    if (state.memory?.phase === 'review') remembered += 1;
    else if (state.memory) learning += 1;
  }
  return { questions, introduced, learning, remembered };
}

export function lessonMastery(courseId: string, lesson: Lesson, progress: Progress): Mastery {
  return masteryOf(lessonStates(courseId, lesson, progress));
}

/** The states of a lesson's questions; undefined: never touched. */
export function lessonStates(courseId: string, lesson: Lesson, { cards }: Progress): (CardState | undefined)[] {
  return lesson.questions.map((question) => cards.get(cardIdIn(courseId, question)));
}

/** The prerequisites of a lesson that are neither remembered nor learned yet; none when the learner has opened it. */
export function waitsFor(courseId: string, lesson: Lesson, lessons: readonly Lesson[], progress: Progress): Lesson[] {
  const state: LessonState | undefined = progress.lessons.get(lessonKeyOf(courseId, lesson.id));
  if (state?.opened) return [];
  return lessons.filter((other) => {
    if (!lesson.requires.includes(other.id)) return false;
    const { remembered, questions } = lessonMastery(courseId, other, progress);
    if (remembered >= questions * REMEMBERED_SHARE) return false;
    return learnedOf(lessonStates(courseId, other, progress)).dots < DAYS_TO_LEARN;
  });
}
