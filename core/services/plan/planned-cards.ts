import { cursorOf, type CardCursor } from '../../domain/card-rows.ts';
import type { PlannedCard } from '../../domain/plan/days-ahead.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { optionsOnce } from '../../domain/study/options.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Reckoning } from './work-today.ts';

/** Cards between two steps. */
const GROUP = 1_000;

/** A card of the library, as the days ahead see it. */
export type PlannedLibraryCard = PlannedCard & { readonly card: CatalogCard };

/** The cards of a set that were learned, as the days ahead see them; suspended ones are left out. In steps. */
export function* plannedCards(
  cards: readonly CatalogCard[],
  { progress, moment, pace }: Reckoning,
): Generator<void, PlannedLibraryCard[]> {
  const options = optionsOnce(progress);
  const now = cursorOf(progress.cards);
  const found: PlannedLibraryCard[] = [];
  for (const [i, card] of cards.entries()) {
    if (i % GROUP === 0) yield;
    if (!now.seek(card.cardId) || now.phase === null || now.suspended) continue;
    const { retention, relearningStepsMin } = options(card.course);
    const { stabilityDays, difficulty, lastDay } = now;
    found.push({
      ...{ card, stabilityDays, difficulty },
      lastDay: Math.min(lastDay, moment.today),
      dueDay: dueDayOf(now, moment.today),
      ms: pace.reviewMs(card.kind, retention, relearningStepsMin.length),
    });
  }
  return found;
}

/** In the steps of a day it is due today; put off, not before that day. */
function dueDayOf(now: CardCursor, today: number): number {
  const due = today + (daysUntilDue(now, { today }) ?? 0);
  return now.buriedUntilDay > today ? Math.max(due, now.buriedUntilDay) : due;
}

/** Questions that were never answered and may be asked: how many there are still to learn. In steps. */
export function* unasked(
  cards: readonly CatalogCard[],
  { progress }: Pick<Reckoning, 'progress'>,
): Generator<void, CatalogCard[]> {
  const now = cursorOf(progress.cards);
  const found: CatalogCard[] = [];
  for (const [i, card] of cards.entries()) {
    if (i % GROUP === 0) yield;
    now.seek(card.cardId);
    if (now.phase === null && !now.suspended) found.push(card);
  }
  return found;
}
