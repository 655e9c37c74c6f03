import type { EventBody } from '../../domain/history/events.ts';
import type { EventRef } from '../../domain/ids.ts';
import { DEFAULT_STUDY_OPTIONS } from '../../domain/settings.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import { chosenSchedule } from '../../domain/study/schedule-choices.ts';
import { DAY_MS, type StudyClock } from '../../domain/study/study-day.ts';
import { deckIdOf } from '../library/card-ids.ts';
import type { BroughtFold } from '../store/brought.ts';
import { BroughtSequence } from '../store/journal/brought-journal.ts';
import { Oddities } from '../transfer/oddities.ts';
import type { Reading } from '../transfer/format.ts';
import type { BroughtCards } from './brought-cards.ts';
import { changesOf, type ChangeCounts } from './brought-changes.ts';
import { broughtWeights, presetEvents, presetOptions } from './brought-presets.ts';
import { reviewEvents, type StudiedDeck, type TakeEvents } from './brought-reviews.ts';
import { HeldReviews } from './held-reviews.ts';

export interface ReviewCounts {
  readonly taken: number;
  /** Of them: how many are there already. */
  readonly known: number;
  /** Cards whose memory was made from interval and ease, or taken from the file, for want of reviews. */
  readonly converted: number;
  /** Cards whose due day was kept though their memory would choose another, of how many; half of them are apart by so many days or less. */
  readonly dueApart: { readonly cards: number; readonly of: number; readonly medianDays: number };
}

export interface EventsOf {
  readonly into: string | null;
  readonly schedule: boolean;
  readonly presets: boolean;
  readonly now: number;
  readonly utcOffsetMin: number;
  readonly rolloverHour: number;
  /** Was a card answered here at an instant? Null: none ever was. */
  readonly wasAnswered: ((card: string, at: number) => boolean) | null;
}

const TOLD_EVERY = 2_000;
/** Answers a clock that ran ahead gave; more is no clock. */
const MOST_AHEAD_MS = DAY_MS;

/**
 * What was studied elsewhere, as events: reviews at their own times, each with the memory that our model has after it; then what the
 * cards stand at, and options of study.
 * @param told how many reviews were gone through; may throw to end the work
 */
export async function broughtEvents(
  reading: Reading,
  cards: BroughtCards,
  options: EventsOf,
  told: (done: number) => void,
) {
  const odd = new Oddities();
  const { schedule } = reading;
  const clock: StudyClock = {
    utcOffsetMin: schedule?.utcOffsetMin ?? options.utcOffsetMin,
    rolloverHour: schedule?.rolloverHour ?? options.rolloverHour,
  };
  const reviews = new HeldReviews(options.schedule ? reading.counts.reviews : 0);
  const lastAt = new Float64Array(cards.size).fill(NaN);
  let [known, cut] = [0, 0];
  if (options.schedule)
    for await (const each of reading.reviews()) {
      const place = cards.placeOf(each.card);
      // Of two of one card at one instant the first counts: see repeats.ts.
      if (place < 0 || lastAt[place] === each.at) continue;
      if (each.at > options.now + MOST_AHEAD_MS) {
        odd.add('review-in-the-future', each.source);
        cut += 1;
      } else {
        lastAt[place] = each.at;
        if (options.wasAnswered?.(cards.at(place).cardId, each.at)) known += 1;
        reviews.add(place, each);
      }
      if (reviews.length % TOLD_EVERY === 0) told(reviews.length);
    }
  // Of everything the latest: nothing that was brought stands behind it.
  const at = Math.max(schedule?.at ?? 0, reviews.lastAt ?? 0);
  const counts: ChangeCounts = { converted: 0, apart: [], of: 0 };
  return {
    at,
    clock,
    taken: reviews.length,
    /** Reviews that were left out because of the clock here. */
    cut,
    odd: () => odd.list,
    counts: (): ReviewCounts => ({
      taken: reviews.length,
      known,
      converted: counts.converted,
      dueApart: { cards: counts.apart.length, of: counts.of, medianDays: medianOf(counts.apart) },
    }),
    /**
     * Makes the events, a few a step.
     * @param device whose journal they are written into, behind its first line
     * @param fold tells what is known of their cards @param take gives each to the fold, at least
     */
    events: (device: string, fold: BroughtFold, take: TakeEvents) =>
      eventsFrom({ reading, cards, reviews, options, clock, at, counts, device, fold, take }),
  };
}

interface From {
  readonly reading: Reading;
  readonly cards: BroughtCards;
  readonly reviews: HeldReviews;
  readonly options: EventsOf;
  readonly clock: StudyClock;
  readonly at: number;
  readonly counts: ChangeCounts;
  readonly device: string;
  readonly fold: BroughtFold;
  readonly take: TakeEvents;
}

function* eventsFrom(from: From): Generator<void> {
  const { reading, cards, reviews, options, clock, at, counts, fold, take } = from;
  const next = new BroughtSequence(from.device, clock.utcOffsetMin);
  const put = (eventAt: number, body: EventBody) => take.take(next.event(eventAt, body));
  const weights = options.presets ? broughtWeights(reading, (deckId) => cards.inDeck(deckId)) : null;
  let parameters: EventRef | undefined;
  // Before everything in the history, so what the learner has chosen or trained here holds all the same.
  if (weights) {
    const set = { model: 'FSRS-6', version: 1, weights: [...weights] };
    take.take(next.eventBefore(at, { type: 'parameters', id: 'current', set }));
    yield;
    parameters = next.ref;
  }
  const inDeck = decksOf(reading, options.into, weights);
  /** Rows of the cards in the fold, by their places; −1 where nothing is known yet. */
  const rows = new Int32Array(cards.size).fill(-1);
  yield* reviewEvents({ cards, reviews, clock, fold, inDeck, parameters, rows, next, put, take });
  if (options.schedule) yield* changesOf(cards, (place) => fold.memoryAt(rows[place]!), { clock, at, counts, put });
  if (options.presets)
    for (const body of presetEvents(reading, (id) => inDeck(id).id)) {
      put(at, body);
      yield;
    }
}

/** Of a deck of the file: what it is called here, and how its cards were studied. */
function decksOf(reading: Reading, into: string | null, weights: Weights | null): (deckId: string) => StudiedDeck {
  const names = new Map(reading.decks.map(({ id, name }) => [id, name]));
  const optionsOf = presetOptions(reading);
  const made = new Map<string, StudiedDeck>();
  return (deckId: string) => {
    let deck = made.get(deckId);
    if (!deck) {
      const options = optionsOf(deckId);
      const chosen = chosenSchedule({ ...DEFAULT_STUDY_OPTIONS, ...options });
      made.set(
        deckId,
        (deck = { id: deckIdOf(into ?? names.get(deckId) ?? ''), options: { ...options, weights }, chosen }),
      );
    }
    return deck;
  };
}

function medianOf(days: readonly number[]): number {
  const sorted = Float64Array.from(days).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
