import type { ReviewMode } from '../history/events.ts';

/** What a session of a mode asks, and what an answer in it does. */
export interface StudyMode {
  /**
   * `due`: what is due, and new cards as far as the daily limits go. `new`: the new cards of a course or lesson, because the
   * learner asks for them. `all`: every card in any order, due or not; `weakest`: that of the lowest recall first; `given`: as
   * they come.
   */
  readonly cards: 'due' | 'new' | 'all' | 'weakest' | 'given';
  /** An answer moves the schedule; otherwise it is only kept in the history. */
  readonly schedules: boolean;
  /** What is left of a session follows from the schedule, so that another process can go on with it. */
  readonly resumes: boolean;
  /** Beside the steps of the schedule, an answered card comes back in the session: until it was right, until it was asked twice. */
  readonly comesBack: { readonly untilRight: boolean; readonly times: number };
}

const ONCE = { untilRight: false, times: 1 };

/** All that differs between the modes. */
export const MODES: Readonly<Record<ReviewMode, StudyMode>> = {
  review: { cards: 'due', schedules: true, resumes: true, comesBack: ONCE },
  learn: { cards: 'new', schedules: true, resumes: true, comesBack: ONCE },
  practice: { cards: 'all', schedules: false, resumes: false, comesBack: ONCE },
  // Before an exam, without a word to the schedule.
  cram: { cards: 'weakest', schedules: false, resumes: false, comesBack: { untilRight: true, times: 1 } },
  // Pairs that are mixed up, in turn: one, the other, and both once more.
  contrast: { cards: 'given', schedules: false, resumes: false, comesBack: { untilRight: true, times: 2 } },
  // Answers of an exam are written at its end, where the learner wants them to count.
  exam: { cards: 'given', schedules: true, resumes: false, comesBack: ONCE },
  // What is known of a lesson before and after it is read.
  check: { cards: 'given', schedules: false, resumes: false, comesBack: ONCE },
};

/** Does a mode ask whatever its scope holds, due or not? */
export const asksAll = (mode: ReviewMode): boolean => MODES[mode].cards !== 'due' && MODES[mode].cards !== 'new';
