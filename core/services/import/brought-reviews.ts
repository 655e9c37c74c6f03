import type { EventBody, JournalEvent } from '../../domain/history/events.ts';
import { MAX_ELAPSED_MS, MAX_SOURCE } from '../../domain/history/limits.ts';
import type { EventRef } from '../../domain/ids.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import type { ScheduleChoices } from '../../domain/study/schedule-choices.ts';
import { review } from '../../domain/study/schedule.ts';
import type { StudyClock } from '../../domain/study/study-day.ts';
import type { BroughtFold } from '../store/brought.ts';
import type { BroughtSequence } from '../store/journal/brought-journal.ts';
import type { BroughtReview } from '../store/journal/brought-review.ts';
import type { BroughtCards } from './brought-cards.ts';
import type { DeckOptions } from './brought-presets.ts';
import type { HeldReviews } from './held-reviews.ts';

/** Takes what was made, one after the other. */
export interface TakeEvents {
  take(event: JournalEvent): void;
  /** @param row of its card, in the fold */
  review(review: BroughtReview, row: number): void;
}

/** A deck of the file: what it is called here, and how its cards were studied. */
export interface StudiedDeck {
  readonly id: string;
  readonly options: DeckOptions & { readonly weights: Weights | null };
  /** What of that an answer keeps. */
  readonly chosen: Partial<ScheduleChoices> | null;
}

interface ReviewsOf {
  readonly cards: BroughtCards;
  readonly reviews: HeldReviews;
  readonly clock: StudyClock;
  readonly fold: BroughtFold;
  readonly inDeck: (deckId: string) => StudiedDeck;
  /** The event of the weights that the memories are counted with, where they came in the file. */
  readonly parameters: EventRef | undefined;
  /** Takes the rows of the cards in the fold, by their places; −1 where nothing is known yet. */
  readonly rows: Int32Array;
  readonly next: BroughtSequence;
  readonly put: (at: number, body: EventBody) => void;
  readonly take: TakeEvents;
}

/** Reviews between two chances to do something else. */
const GROUP = 32;

/** The reviews as events, in their order, each with the memory that our model has after it. */
export function* reviewEvents(of: ReviewsOf): Generator<void> {
  const { cards, reviews, clock, fold, inDeck, parameters, rows, next, put, take } = of;
  /** By the places of their cards, as soon as one was looked at. */
  const decks = Array.from<StudiedDeck | undefined>({ length: cards.size });
  for (let i = 0; i < reviews.length; i++) {
    const place = reviews.cardAt(i);
    const each = reviews.at(i);
    let row = rows[place]!;
    const { cardId, stood } = cards.at(place);
    if (row < 0) row = rows[place] = fold.rowOf(cardId);
    const deck = (decks[place] ??= inDeck(stood.deckId));
    let before = fold.memoryAt(row);
    if (each.isAfterReset && before) {
      put(each.at, { type: 'card', cards: [cardId], change: { reset: true } });
      before = null;
    }
    const prevSeq = fold.lastAt(row);
    const memory = each.isScheduling ? review(before, each.grade, each.at, clock, deck.options) : null;
    next.goOn(each.at);
    // Written out, and not put together of parts: there may be millions.
    const made: { -readonly [K in keyof BroughtReview]: BroughtReview[K] } = {
      device: next.device,
      seq: next.seq,
      at: each.at,
      order: next.order,
      utcOffsetMin: clock.utcOffsetMin,
      type: 'review',
      card: cardId,
      prevSeq,
      mode: each.isScheduling ? 'review' : 'practice',
      grade: each.grade,
      memory,
      retention: deck.options.retention,
      rolloverHour: clock.rolloverHour,
      elapsedMs: Math.min(MAX_ELAPSED_MS, Math.max(0, each.elapsedMs)),
      source: each.source && each.source.slice(0, MAX_SOURCE),
      course: deck.id,
    };
    if (deck.chosen) made.schedule = deck.chosen;
    if (memory && parameters) made.parameters = parameters;
    take.review(made, row);
    if (i % GROUP === 0) yield;
  }
}
