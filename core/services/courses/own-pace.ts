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
  const kinds = columns.cards.map((cardId) => catalog.find(cardId)?.kind);
  return new Pace(newest(columns, kinds));
}

function* newest({ length, card, standing, elapsedMs, phase }: ReviewColumns, kinds: readonly (Kind | undefined)[]) {
  let taken = 0;
  for (let row = length - 1; row >= 0 && taken < PACE_ANSWERS; row -= 1) {
    const kind = kinds[card[row]!];
    if (!standing[row] || kind === undefined) continue;
    taken += 1;
    yield { kind, phase: PHASE[PHASES_BEFORE[phase[row]!]!], ms: elapsedMs[row]! } satisfies TimedAnswer;
  }
}
