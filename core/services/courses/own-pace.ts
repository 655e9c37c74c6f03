import { Pace, type Kind, type PacePhase, type TimedAnswer } from '../../domain/plan/pace.ts';
import { PHASES_BEFORE, type ReviewColumns } from '../../domain/stats/review-columns.ts';
import type { Catalog } from './catalog.ts';

/** The newest answers the pace is taken from: people get quicker. */
const PACE_ANSWERS = 3_000;

const PHASE: Readonly<Record<(typeof PHASES_BEFORE)[number], PacePhase>> = {
  new: 'first',
  learning: 'steps',
  review: 'review',
  relearning: 'steps',
};

/** The learner's pace, from their newest answers to cards that are still there. */
export function paceOf(columns: ReviewColumns, catalog: Catalog): Pace {
  return new Pace(newest(columns, (card) => catalog.find(columns.cards[card]!)?.kind));
}

function* newest(
  { length, card, standing, elapsedMs, phase }: ReviewColumns,
  kindOf: (card: number) => Kind | undefined,
) {
  let taken = 0;
  // Of a hundred thousand cards few were answered lately.
  const known = new Map<number, Kind | undefined>();
  for (let row = length - 1; row >= 0 && taken < PACE_ANSWERS; row -= 1) {
    if (!standing[row]) continue;
    const place = card[row]!;
    const kind = known.has(place) ? known.get(place) : kindOf(place);
    known.set(place, kind);
    if (kind === undefined) continue;
    taken += 1;
    yield { kind, phase: PHASE[PHASES_BEFORE[phase[row]!]!], ms: elapsedMs[row]! } satisfies TimedAnswer;
  }
}
