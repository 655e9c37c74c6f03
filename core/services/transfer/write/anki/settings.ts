import type { SourceSchedule } from '../../format.ts';

interface Days extends Pick<SourceSchedule, 'dayZero' | 'rolloverHour' | 'utcOffsetMin'> {
  readonly nextPosition?: number;
  readonly hasMemory?: boolean;
}

const DAY_SEC = 86_400;

/** When the collection began, in seconds: the hour at which its first study day did. */
export const collectionStart = ({ dayZero, rolloverHour, utcOffsetMin }: Days): number =>
  dayZero * DAY_SEC + rolloverHour * 3600 - (utcOffsetMin ?? 0) * 60;

/** `col.conf`, as Anki's second scheduler has it. Offsets are minutes west of UTC. */
export function settingsJson({ rolloverHour, utcOffsetMin, nextPosition, hasMemory }: Days) {
  const west = 0 - (utcOffsetMin ?? 0);
  return {
    schedVer: 2,
    sched2021: true,
    ...(utcOffsetMin !== null && { creationOffset: west, localOffset: west }),
    rollover: rolloverHour,
    ...(hasMemory && { fsrs: true }),
    nextPos: nextPosition,
    curDeck: 1,
    activeDecks: [1],
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    dayLearnFirst: false,
    newSpread: 0,
    addToCur: true,
    sortType: 'noteFld',
    sortBackwards: false,
  };
}
