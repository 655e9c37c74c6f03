import { cardsOf } from '../../../domain/history/card-fold.ts';
import type { Answer, CardEvent, ReviewEvent, Stamp } from '../../../domain/history/events.ts';
import { PUBLISHED_PARAMETERS, type Parameters } from '../../../domain/history/parameters.ts';
import { countReview, emptyProgress, type ProgressDraft } from '../../../domain/history/replay.ts';
import { CardTable } from './card-table.ts';
import type { Packed } from './packed-refs.ts';
import { Trails } from './trails.ts';

/** What a history makes: the progress, and the trails that keep it right; both over one table of cards. */
export interface Folded {
  readonly table: CardTable;
  readonly progress: ProgressDraft;
  readonly trails: Trails;
  /** What the cards were folded under. */
  readonly parameters: Parameters;
}

/**
 * The way of nearly every event, see `setReviewed`: an answer that comes behind all others, was not taken back, and touches
 * nothing but its card. False, with nothing changed, where it must be applied as any event.
 */
export function takeReview(folded: Folded, event: Stamp & ReviewEvent, packed: Packed): boolean {
  const { table } = folded;
  const row = table.ids.add(event.card);
  return table.states.isLast(row, event.prev) && takeNext(folded, event, packed, row, event.source !== undefined);
}

/** The same of a change of cards, see `setChanged`. */
export function takeChange({ table }: Folded, event: Stamp & CardEvent, packed: Packed): boolean {
  const { change } = event;
  if (change.reset !== undefined || change.memory !== undefined) return false;
  for (const card of cardsOf(event)) {
    const row = table.ids.add(card);
    table.states.change(row, change, packed);
    table.trails.append(row, packed);
  }
  return true;
}

/** The same of an answer that is known to come next after the last event of its card. @param row of the card @param isBrought does it come from elsewhere? */
export function takeNext(
  { table, progress, parameters }: Folded,
  event: Answer,
  packed: Packed,
  row: number,
  isBrought: boolean,
): boolean {
  const phase = table.states.phaseAt(row);
  if (!table.states.review(row, event, packed, parameters, isBrought)) return false;
  table.trails.append(row, packed);
  countReview(progress, event, phase);
  return true;
}

/** The state before the first event, or with the cards of a snapshot. */
export function foldedOf(table = new CardTable(), parameters = PUBLISHED_PARAMETERS): Folded {
  const trails = new Trails(table.refs, table.trails);
  return { table, progress: emptyProgress(table.states), trails, parameters };
}
