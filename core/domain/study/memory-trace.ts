import { foldCard } from '../history/card-fold.ts';
import { refOf, type JournalEvent, type ReviewEvent, type Stamp } from '../history/events.ts';
import { isRepeat } from '../history/repeats.ts';
import { PUBLISHED_PARAMETERS, type Parameters } from '../history/parameters.ts';
import type { EventRef } from '../ids.ts';
import { UNTOUCHED } from '../progress.ts';
import type { Weights } from './memory-model.ts';
import { retrievability, type Memory } from './schedule.ts';
import { DAY_MS } from './study-day.ts';

/** One answer to a card, and the memory before and after it. An answer that was taken back left what was there. */
export interface TracedReview {
  readonly event: Stamp & ReviewEvent;
  readonly before: Memory | null;
  readonly after: Memory | null;
}

/** What the answers to a card made of its memory, oldest first. @param events that touched the card, in the order of the history */
export function memoryTrace(
  events: readonly JournalEvent[],
  isUndone: (event: JournalEvent) => boolean,
  parameters: Parameters = PUBLISHED_PARAMETERS,
): TracedReview[] {
  const seen = new Set<EventRef>();
  const answeredAt = new Set<number>();
  const past = { knows: (ref: EventRef) => seen.has(ref), wasAnsweredAt: (at: number) => answeredAt.has(at) };
  const traced: TracedReview[] = [];
  let card = UNTOUCHED;
  for (const event of events) {
    const before = card;
    const isAgain = event.type === 'review' && isRepeat(before, event, past.wasAnsweredAt);
    const isStanding = !isUndone(event);
    if (isStanding) card = foldCard(card, event, past, parameters);
    seen.add(refOf(event));
    if (event.type !== 'review' || isAgain) continue;
    if (isStanding) answeredAt.add(event.at);
    traced.push({ event, before: before.memory, after: card.memory });
  }
  return traced;
}

/** Predicted recall at an instant, epoch ms; 0 to 1. */
export interface RecallPoint {
  readonly at: number;
  readonly recall: number;
}

/** Points of all pieces together, about, and of one piece at least. */
const POINTS = 400;
const LEAST_POINTS = 3;

/**
 * The forgetting curve of a card: one piece from each answer to the next, the last one up to `until`. Where an answer lifts
 * recall, two points stand at one instant. @param memories what each answer left, oldest first
 */
export function forgettingCurve(memories: readonly Memory[], until: number, weights: Weights = null): RecallPoint[] {
  const points = Math.max(LEAST_POINTS, Math.min(40, Math.round(POINTS / Math.max(1, memories.length))));
  return memories.flatMap((memory, index) => {
    const from = memory.lastReview;
    const span = Math.max(0, (memories[index + 1]?.lastReview ?? until) - from);
    // Close together at first: there it falls fastest.
    return Array.from({ length: points }, (_, step) => {
      const at = Math.round(from + span * (step / (points - 1)) ** 2);
      return { at, recall: retrievability(memory, at, weights) };
    });
  });
}

/** Until when a curve is worth looking at: twice the interval after the last answer, a day at least. */
export const endOfCurve = ({ lastReview, intervalDays }: Memory): number =>
  lastReview + 2 * Math.max(0.5, intervalDays) * DAY_MS;
