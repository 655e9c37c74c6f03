import { REVIEW_MODES } from '../history/event-schemas.ts';
import type { ReviewMode } from '../history/events.ts';
import { MODES } from '../study/modes.ts';
import { PHASES_BEFORE, type ReviewColumns } from './review-columns.ts';

/** An interval of so many days and more makes a card mature. */
const MATURE_DAYS = 21;

/** What an answer was to the schedule; `other`: it moved none. */
export const WORK = ['new', 'learning', 'relearning', 'young', 'mature', 'other'] as const;
export type Work = (typeof WORK)[number];

/** Places in `WORK`. */
export const NEW = WORK.indexOf('new');
export const LEARNING = WORK.indexOf('learning');
export const RELEARNING = WORK.indexOf('relearning');
export const YOUNG = WORK.indexOf('young');
export const MATURE = WORK.indexOf('mature');
export const OTHER = WORK.indexOf('other');

const REVIEW = PHASES_BEFORE.indexOf('review');
const OF_PHASE = PHASES_BEFORE.map((phase) => (phase === 'review' ? YOUNG : WORK.indexOf(phase)));
const SCHEDULES = REVIEW_MODES.map((mode) => MODES[mode].schedules);

/** Answers that try a question as it is, not one over and over until it is known. */
const TRIES: readonly ReviewMode[] = ['review', 'learn', 'exam', 'check'];
const IS_TRY = REVIEW_MODES.map((mode) => TRIES.includes(mode));

type WorkColumns = Pick<ReviewColumns, 'mode' | 'phase' | 'intervalDays'>;

/** Place in `WORK` of an answer. */
export function workAt({ mode, phase, intervalDays }: WorkColumns, row: number): number {
  if (!SCHEDULES[mode[row]!]) return OTHER;
  const before = phase[row]!;
  return before === REVIEW && intervalDays[row]! >= MATURE_DAYS ? MATURE : OF_PHASE[before]!;
}

export const isTryAt = ({ mode }: Pick<ReviewColumns, 'mode'>, row: number): boolean => IS_TRY[mode[row]!]!;
