import type { EventRef, JournalEvent } from '../../../domain/history/events.ts';
import { refOf } from '../../../domain/history/events.ts';
import { compareEvents } from '../../../domain/history/order.ts';
import { foldLesson, UNREAD } from '../../../domain/history/lesson-fold.ts';
import { EMPTY_DAY } from '../../../domain/progress.ts';
import { applyEvent, emptyProgress, type ProgressDraft } from '../../../domain/history/replay.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings.ts';
import { isVoided, type Voided } from '../../../domain/history/voided.ts';
import type { Packed } from './trails.ts';

type Events = ReadonlyMap<Packed, JournalEvent>;

/** The events a fold goes over, and which of them count as never done. */
export interface Scope {
  readonly trail: readonly Packed[];
  readonly voided: Voided;
}

function ordered(trail: readonly Packed[], events: Events): JournalEvent[] {
  const found: JournalEvent[] = [];
  for (const packed of trail) {
    const event = events.get(packed);
    if (event) found.push(event);
  }
  return found.sort(compareEvents);
}

/** A progress that holds this one card and its share of the day totals. */
function foldAlone(card: string, scope: Scope, events: Events): ProgressDraft {
  const alone = emptyProgress();
  const seen = new Set<EventRef>();
  for (const event of ordered(scope.trail, events)) {
    applyEvent(alone, event, [card], isVoided(event, scope.voided), (ref) => seen.has(ref));
    seen.add(refOf(event));
  }
  return alone;
}

function addDays(progress: ProgressDraft, share: ProgressDraft, sign: 1 | -1): void {
  for (const [day, part] of share.days) {
    const total = progress.days.get(day) ?? EMPTY_DAY;
    const sum = {
      reviews: total.reviews + sign * part.reviews,
      passed: total.passed + sign * part.passed,
      dueReviews: total.dueReviews + sign * part.dueReviews,
      fresh: total.fresh + sign * part.fresh,
      practice: total.practice + sign * part.practice,
      elapsedMs: total.elapsedMs + sign * part.elapsedMs,
    };
    if (sum.reviews === 0 && sum.practice === 0) progress.days.delete(day);
    else progress.days.set(day, sum);
  }
  progress.reviewsTotal += sign * share.reviewsTotal;
}

/** Folds a card again: takes its share of the totals as they counted it `before`, and adds what is true `now`. */
export function refoldCard(progress: ProgressDraft, card: string, before: Scope, now: Scope, events: Events): void {
  addDays(progress, foldAlone(card, before, events), -1);
  const fresh = foldAlone(card, now, events);
  addDays(progress, fresh, 1);
  const state = fresh.cards.get(card);
  // The revision counts events that can not be read any more, too: it must never fall back to one that was seen.
  if (state) progress.cards.set(card, { ...state, revision: now.trail.length });
}

export function refoldLesson(
  progress: ProgressDraft,
  id: string,
  trail: readonly Packed[],
  voided: Voided,
  events: Events,
): void {
  const counted = ordered(trail, events).filter((event) => !isVoided(event, voided));
  if (counted.length === 0) progress.lessons.delete(id);
  else progress.lessons.set(id, counted.reduce(foldLesson, UNREAD));
}

export function refoldSettings(
  progress: ProgressDraft,
  trail: readonly Packed[],
  voided: Voided,
  events: Events,
): void {
  let settings = DEFAULT_SETTINGS;
  for (const event of ordered(trail, events)) {
    if (event.type === 'setting' && !isVoided(event, voided)) settings = { ...settings, ...event.set };
  }
  progress.settings = settings;
}
