import { tookPart } from '../../../core/domain/members-at.ts';
import type { CourseMap, Place, TimelineEvent } from './map-places.ts';
import type { MemberState } from './member-bars.ts';

/** A moment of the map. */
export interface Step {
  readonly event: TimelineEvent;
  /** Ids of the places it happened at. */
  readonly places: readonly string[];
  /** Ids of the states that took part then. */
  readonly members: ReadonlySet<string>;
}

const happenedAt = (place: Place, eventId: string): boolean => place.events.includes(eventId);

export function stepsOf(
  { steps, places }: CourseMap,
  timeline: readonly TimelineEvent[],
  members: readonly MemberState[],
): Step[] {
  return steps.flatMap((id) => {
    const event = timeline.find((one) => one.id === id);
    if (!event) return [];
    return [
      {
        event,
        places: places.filter((place) => happenedAt(place, id)).map((place) => place.id),
        members: new Set(members.filter((state) => tookPart(state, event.date)).map((state) => state.id)),
      },
    ];
  });
}

/** The step to begin with: the first at a place that is emphasised, else the last. */
export function firstStep(steps: readonly Step[], focus: readonly string[]): number {
  const found = steps.findIndex(({ places }) => places.some((id) => focus.includes(id)));
  return found >= 0 ? found : Math.max(0, steps.length - 1);
}
