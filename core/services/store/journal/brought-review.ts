import type { Answer, JournalEvent } from '../../../domain/history/events.ts';
import { eventRefOf } from '../../../domain/ids.ts';

/**
 * A review that was given elsewhere, on its way into a brought journal: what its event says, with numbers in place of the names that
 * follow from them, since there may be millions.
 */
export interface BroughtReview extends Omit<Answer, 'verdict' | 'response' | 'timeCapS' | 'corrects' | 'sure'> {
  readonly device: string;
  readonly seq: number;
  readonly order: number;
  /** Number of the event of its card before it; 0 for none. */
  readonly prevSeq: number;
  /** What it is called where it comes from; null: as Anki calls a review of its instant. */
  readonly source: string | null;
}

/** What a review is called that Anki calls by its instant, up to that. */
export const ANKI = 'anki:';

/** What Anki calls a review of an instant. */
export const usualSource = (at: number): string => `${ANKI}${at}`;

/** The event, with its keys in the order in which a journal has them. */
export function eventOfReview(review: BroughtReview): JournalEvent {
  const { device, seq, at, order, utcOffsetMin, type, card, prevSeq, mode, grade, memory, retention } = review;
  const { rolloverHour, elapsedMs, schedule, parameters, source, course } = review;
  return {
    ...{ v: 1, device, seq, at, order, utcOffsetMin, batch: 1, type, card },
    prev: prevSeq === 0 ? null : eventRefOf(device, prevSeq),
    ...{ mode, grade, memory, retention, rolloverHour, elapsedMs },
    ...(schedule && { schedule }),
    ...(parameters && { parameters }),
    source: source ?? usualSource(at),
    ...(course !== undefined && { course }),
  };
}
