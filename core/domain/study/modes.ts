import type { ReviewMode } from '../history/events.ts';

/** What a session of a mode asks, and what an answer in it does. */
export interface StudyMode {
  /**
   * `due`: what is due, and new cards as far as the daily limits go. `new`: the new cards of a course or lesson, because the
   * learner asks for them. `all`: every card, in any order, due or not.
   */
  readonly cards: 'due' | 'new' | 'all';
  /** An answer moves the schedule; otherwise it is only kept in the history. */
  readonly schedules: boolean;
  /** What is left of a session follows from the schedule, so that another process can go on with it. */
  readonly resumes: boolean;
}

/** All that differs between the modes. */
export const MODES: Readonly<Record<ReviewMode, StudyMode>> = {
  review: { cards: 'due', schedules: true, resumes: true },
  learn: { cards: 'new', schedules: true, resumes: true },
  practice: { cards: 'all', schedules: false, resumes: false },
  // Before an exam: what is weakest first, without a word to the schedule.
  cram: { cards: 'all', schedules: false, resumes: false },
  // Pairs that are mixed up, in turn.
  contrast: { cards: 'all', schedules: false, resumes: false },
  // Answers of an exam are written at its end, where the learner wants them to count.
  exam: { cards: 'all', schedules: true, resumes: false },
  // What is known of a lesson before and after it is read.
  check: { cards: 'all', schedules: false, resumes: false },
};
