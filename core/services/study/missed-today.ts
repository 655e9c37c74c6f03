import type { CardId } from '../../domain/ids.ts';
import { DAY_MS, studyDay } from '../../domain/study/study-day.ts';
import type { Learner } from '../courses/learner.ts';

/** Events stand in the order in which they became known: one of another device, or of a clock that went back, may be older. */
const LOOK_BACK_MS = 2 * DAY_MS;

/** Cards that were answered wrong on this study day, on any device, and stand so. Reads only the end of the history. */
export function missedToday(learner: Learner): ReadonlySet<CardId> {
  const { store } = learner;
  const { today, startOf } = learner.moment();
  const missed = new Set<CardId>();
  for (const event of store.backwards()) {
    if (event.at < startOf(today) - LOOK_BACK_MS) break;
    const isMissed = event.type === 'review' && event.grade === 1 && studyDay(event.at, event) === today;
    if (isMissed && !store.isUndone(event)) missed.add(event.card);
  }
  return missed;
}
