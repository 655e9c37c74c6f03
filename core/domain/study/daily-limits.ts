import { courseIdOf, type CardId } from '../ids.ts';
import type { Progress } from '../progress.ts';
import { optionsOf } from './options.ts';

/** How many more of each kind. */
export interface Room {
  readonly review: number;
  readonly fresh: number;
}

/** How many new cards and reviews the limits of a day still allow: of all courses together, or of one alone (its own limits). */
export function roomToday(progress: Progress, today: number, courseId: string | null = null): Room {
  const { newPerDay, reviewsPerDay } = optionsOf(progress, courseId);
  const day = progress.days.get(today);
  const done = courseId === null ? day : day?.courses?.find(({ id }) => id === courseId);
  return {
    review: Math.max(0, reviewsPerDay - (done?.dueReviews ?? 0)),
    fresh: Math.max(0, newPerDay - (done?.fresh ?? 0)),
  };
}

/** May one card more of a kind be asked today, by the limits of its course and those of all together? */
export function hasRoom(card: CardId, kind: keyof Room, progress: Progress, today: number): boolean {
  return roomToday(progress, today)[kind] > 0 && roomToday(progress, today, courseIdOf(card))[kind] > 0;
}

/** The cards that the limits of today let in, in their order. */
export function withinLimits(
  cards: readonly CardId[],
  kind: keyof Room,
  progress: Progress,
  today: number,
  most = Infinity,
): CardId[] {
  let left = Math.min(most, roomToday(progress, today)[kind]);
  const byCourse = new Map<string, number>();
  const chosen: CardId[] = [];
  for (const card of cards) {
    if (left <= 0) break;
    const course = courseIdOf(card);
    const room = byCourse.get(course) ?? roomToday(progress, today, course)[kind];
    if (room <= 0) continue;
    byCourse.set(course, room - 1);
    left -= 1;
    chosen.push(card);
  }
  return chosen;
}
