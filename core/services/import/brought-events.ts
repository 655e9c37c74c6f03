import type { EventBody, JournalEvent, ReviewEvent } from '../../domain/history/events.ts';
import { MAX_ELAPSED_MS, MAX_SOURCE } from '../../domain/history/limits.ts';
import { eventRefOf, type CardId } from '../../domain/ids.ts';
import { DEFAULT_STUDY_OPTIONS } from '../../domain/settings.ts';
import { chosenSchedule } from '../../domain/study/schedule-choices.ts';
import { keptOf, review, type Memory } from '../../domain/study/schedule.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { DAY_MS, studyDay, type StudyClock } from '../../domain/study/study-day.ts';
import { deckIdOf } from '../library/card-ids.ts';
import type { BroughtFold } from '../store/brought.ts';
import { broughtEvent } from '../store/journal/brought-journal.ts';
import { Oddities } from '../transfer/oddities.ts';
import type { Reading } from '../transfer/format.ts';
import type { BroughtCards } from './brought-cards.ts';
import { memoryOf, ownChange } from './card-change.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import { HeldReviews } from './held-reviews.ts';
import { broughtWeights, presetEvents, presetOptions, type DeckOptions } from './brought-presets.ts';

export interface ReviewCounts {
  readonly taken: number;
  /** Of them: how many are there already. */
  readonly known: number;
  /** Cards whose memory was made from interval and ease, or taken from the file, for want of reviews. */
  readonly converted: number;
  /** Cards whose due day was kept though their memory would choose another, of how many; half of them are apart by so many days or less. */
  readonly dueApart: { readonly cards: number; readonly of: number; readonly medianDays: number };
}

/** @param row of the card of a review, in the fold */
export type TakeEvent = (event: JournalEvent, row?: number) => void;

export interface EventsOf {
  readonly into: string | null;
  readonly schedule: boolean;
  readonly presets: boolean;
  readonly now: number;
  readonly utcOffsetMin: number;
  readonly rolloverHour: number;
  /** Was a card answered here at an instant? */
  readonly wasAnswered: (card: string, at: number) => boolean;
}

const TOLD_EVERY = 2_000;
/** Cards named in one change. */
const MOST_CARDS = 500;
/** Answers a clock that ran ahead gave; more is no clock. */
const MOST_AHEAD_MS = DAY_MS;

/** Answers that were given in this app may come back in a file: where one stands itself it counts, and its copy is behind it. */
const BEHIND_OURS_MS = 1_000;

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
      const card = cards.find(each.card);
      // Of two of one card at one instant the first counts: see repeats.ts.
      if (card === undefined || lastAt[card.place] === each.at) continue;
      if (each.at > options.now + MOST_AHEAD_MS) {
        odd.add('review-in-the-future', each.source);
        cut += 1;
      } else {
        lastAt[card.place] = each.at;
        if (options.wasAnswered(card.cardId, each.at)) known += 1;
        reviews.add(card.place, each);
      }
      if (reviews.length % TOLD_EVERY === 0) told(reviews.length);
    }
  // Of everything the latest: nothing that was brought stands behind it.
  const at = Math.max(schedule?.at ?? 0, reviews.lastAt ?? 0);
  const counts = { converted: 0, apart: [] as number[], of: 0 };
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
     * Makes the events, one a step.
     * @param device whose journal they are written into, behind its first line
     * @param fold tells what is known of their cards @param take gives each to the fold, at least, with the row of its card
     */
    events: (device: string, fold: BroughtFold, take: TakeEvent) =>
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
  readonly counts: { converted: number; apart: number[]; of: number };
  readonly device: string;
  readonly fold: BroughtFold;
  readonly take: TakeEvent;
}

function* eventsFrom(from: From): Generator<void> {
  const { reading, cards, reviews, options, clock, at, counts, device, fold, take } = from;
  /** Rows of the cards in the fold, by their places; −1 where nothing is known yet. */
  const rows = new Int32Array(cards.size).fill(-1);
  // The first line tells of the import, so the events begin at 2.
  let seq = 1;
  let order = 0;
  const put = (eventAt: number, body: EventBody, row?: number) => {
    seq += 1;
    order = Math.max(order, eventAt + BEHIND_OURS_MS);
    take(broughtEvent(device, seq, { at: eventAt, utcOffsetMin: clock.utcOffsetMin, order }, body), row);
  };
  const weights = options.presets ? broughtWeights(reading, (deckId) => cards.inDeck(deckId)) : null;
  const inDeck = decksOf(reading, options.into, weights);
  // Before everything in the history, so what the learner has chosen or trained here holds all the same.
  if (weights) {
    const set = { model: 'FSRS-6', version: 1, weights: [...weights] };
    seq += 1;
    order = BEHIND_OURS_MS;
    const stamp = { at, utcOffsetMin: clock.utcOffsetMin, order };
    take(broughtEvent(device, seq, stamp, { type: 'parameters', id: 'current', set }));
    yield;
  }
  const parameters = weights ? eventRefOf(device, seq) : undefined;
  for (let i = 0; i < reviews.length; i++) {
    const { cardId, stood, place } = cards.at(reviews.cardAt(i));
    const each = reviews.at(i);
    const row = rows[place]! < 0 ? (rows[place] = fold.rowOf(cardId)) : rows[place]!;
    let before = fold.memoryAt(row);
    if (each.isAfterReset && before) {
      put(each.at, { type: 'card', cards: [cardId], change: { reset: true } });
      yield;
      before = null;
    }
    const last = fold.lastAt(row);
    const deck = inDeck(stood.deckId);
    const memory = each.isScheduling ? review(before, each.grade, each.at, clock, deck.options) : null;
    // Written out, and not spread: there may be millions.
    const body: { -readonly [K in keyof ReviewEvent]: ReviewEvent[K] } = {
      type: 'review',
      card: cardId,
      prev: last === 0 ? null : eventRefOf(device, last),
      mode: each.isScheduling ? 'review' : 'practice',
      grade: each.grade,
      memory: memory && keptOf(memory),
      retention: deck.options.retention,
      rolloverHour: clock.rolloverHour,
      elapsedMs: Math.min(MAX_ELAPSED_MS, Math.max(0, each.elapsedMs)),
    };
    if (deck.chosen) body.schedule = deck.chosen;
    if (memory && parameters) body.parameters = parameters;
    body.source = each.source.slice(0, MAX_SOURCE);
    body.course = deck.id;
    put(each.at, body, row);
    yield;
  }
  if (options.schedule) yield* changesOf(cards, (place) => fold.memoryAt(rows[place]!), { clock, at, counts, put });
  if (options.presets)
    for (const body of presetEvents(reading, (id) => inDeck(id).id)) {
      put(at, body);
      yield;
    }
}

/** Of a deck of the file: what it is called here, and how its cards were studied. */
function decksOf(reading: Reading, into: string | null, weights: Weights | null) {
  const names = new Map(reading.decks.map(({ id, name }) => [id, name]));
  const optionsOf = presetOptions(reading);
  type Options = DeckOptions & { readonly weights: Weights | null };
  const made = new Map<string, { id: string; options: Options; chosen: ReturnType<typeof chosenSchedule> }>();
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

interface Changing {
  readonly clock: StudyClock;
  readonly at: number;
  readonly counts: From['counts'];
  readonly put: (at: number, body: EventBody) => void;
}

/** What cards stand at beside their reviews; cards that stand alike are named together. */
function* changesOf(
  cards: BroughtCards,
  knownAt: (place: number) => Memory | null,
  { clock, at, counts, put }: Changing,
) {
  const today = studyDay(at, clock);
  const alike = new Map<string, { cards: CardId[]; change: Extract<EventBody, { type: 'card' }>['change'] }>();
  for (const card of cards) {
    const memory = knownAt(card.place);
    const made = memory === null ? memoryOf(card, clock, at) : null;
    if (made) {
      counts.converted += 1;
      put(at, { type: 'card', cards: [card.cardId], change: { memory: made } });
      yield;
    }
    const { dueDay, phase } = card.stood.state ?? {};
    const stands = memory ?? made;
    if (stands && phase === 'review' && dueDay !== undefined) {
      counts.of += 1;
      const ours = memory ? today + (daysUntilDue(memory, { today }) ?? 0) : dueDay;
      const isOurs = memory !== null && memory.phase === 'review' && ours === dueDay;
      if (memory && ours !== dueDay) counts.apart.push(Math.abs(ours - dueDay));
      const change = { ...(!isOurs && { dueDay, lastDay: stands.lastDay }), ...ownChange(card, today) };
      name(change, card.cardId);
    } else name(ownChange(card, today), card.cardId);
  }
  for (const { cards: named, change } of alike.values())
    for (let from = 0; from < named.length; from += MOST_CARDS) {
      put(at, { type: 'card', cards: named.slice(from, from + MOST_CARDS), change });
      yield;
    }

  function name(change: Extract<EventBody, { type: 'card' }>['change'], cardId: CardId): void {
    const key = JSON.stringify(change);
    if (key === '{}') return;
    const found = alike.get(key);
    if (found) found.cards.push(cardId);
    else alike.set(key, { cards: [cardId], change });
  }
}

function medianOf(days: readonly number[]): number {
  const sorted = Float64Array.from(days).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
