import type { EventBody, ReviewEvent } from '../../domain/history/events.ts';
import { MAX_ELAPSED_MS } from '../../domain/history/limits.ts';
import { eventRefOf, type CardId } from '../../domain/ids.ts';
import { DEFAULT_STUDY_OPTIONS } from '../../domain/settings.ts';
import { chosenSchedule } from '../../domain/study/schedule-choices.ts';
import { keptOf, review, type Memory } from '../../domain/study/schedule.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { DAY_MS, studyDay, type StudyClock } from '../../domain/study/study-day.ts';
import { deckIdOf } from '../library/card-ids.ts';
import type { BroughtEvent } from '../store/journal/brought-journal.ts';
import { Oddities } from '../transfer/oddities.ts';
import type { Reading, SourceReview } from '../transfer/format.ts';
import type { BroughtCard, BroughtCards } from './brought-cards.ts';
import { memoryOf, ownChange } from './card-change.ts';
import { broughtWeights, presetEvents, presetOptions, type DeckOptions } from './brought-presets.ts';

export interface ReviewCounts {
  readonly taken: number;
  /** Of them: how many are there already, or came before the last answer that is. */
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
  readonly answered: ReadonlyMap<string, number>;
}

const TOLD_EVERY = 2_000;
/** Cards named in one change. */
const MOST_CARDS = 500;
/** Answers a clock that ran ahead gave; more is no clock. */
const MOST_AHEAD_MS = DAY_MS;

/** Answers that were given in this app may come back in a file: where one stands itself it counts, and its copy is behind it. */
const BEHIND_OURS_MS = 1_000;

/** What becomes of one card while its reviews are gone through. */
interface Known {
  memory: Memory | null;
  seq: number;
}

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
  const reviews: SourceReview[] = [];
  const lastAt = new Map<CardId, number>();
  let [known, cut] = [0, 0];
  if (options.schedule)
    for await (const each of reading.reviews()) {
      const card = cards.find(each.card)?.cardId;
      // Of two of one card at one instant the first counts: see repeats.ts.
      if (card === undefined || lastAt.get(card) === each.at) continue;
      if (each.at > options.now + MOST_AHEAD_MS) {
        odd.add('review-in-the-future', each.source);
        cut += 1;
      } else {
        lastAt.set(card, each.at);
        if (each.at <= (options.answered.get(card) ?? -Infinity)) known += 1;
        reviews.push(each);
      }
      if (reviews.length % TOLD_EVERY === 0) told(reviews.length);
    }
  // Of everything the latest: nothing that was brought stands behind it.
  const at = Math.max(schedule?.at ?? 0, reviews.at(-1)?.at ?? 0);
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
    /** @param device whose journal they are written into, behind its first line */
    events: (device: string) => eventsFrom({ reading, cards, reviews, options, clock, at, counts, device }),
  };
}

interface From {
  readonly reading: Reading;
  readonly cards: BroughtCards;
  readonly reviews: readonly SourceReview[];
  readonly options: EventsOf;
  readonly clock: StudyClock;
  readonly at: number;
  readonly counts: { converted: number; apart: number[]; of: number };
  readonly device: string;
}

function* eventsFrom({ reading, cards, reviews, options, clock, at, counts, device }: From): Generator<BroughtEvent> {
  const decks = new Map(reading.decks.map((deck) => [deck.id, deck]));
  const nameOf = (deckId: string) => options.into ?? decks.get(deckId)?.name ?? '';
  const deckIds = new Map<string, string>();
  const deckOf = (deckId: string): string => {
    const known = deckIds.get(deckId) ?? deckIdOf(nameOf(deckId));
    deckIds.set(deckId, known);
    return known;
  };
  const optionsOf = presetOptions(reading);
  const known = new Map<CardId, Known>();
  // The first line tells of the import, so the events begin at 2.
  let seq = 1;
  let order = 0;
  const event = (eventAt: number, body: EventBody): BroughtEvent => {
    seq += 1;
    order = Math.max(order, eventAt + BEHIND_OURS_MS);
    return { at: eventAt, utcOffsetMin: clock.utcOffsetMin, order, body };
  };
  const weights = options.presets ? broughtWeights(reading, (deckId) => cards.inDeck(deckId)) : null;
  // Before everything in the history, so what the learner has chosen or trained here holds all the same.
  if (weights) {
    const set = { model: 'FSRS-6', version: 1, weights: [...weights] };
    yield { ...event(0, { type: 'parameters', id: 'current', set }), at };
  }
  const parameters = weights ? eventRefOf(device, seq) : undefined;
  for (const each of reviews) {
    const card = cards.find(each.card);
    if (!card) continue;
    const before = known.get(card.cardId) ?? { memory: null, seq: 0 };
    if (each.isAfterReset && before.memory) {
      yield event(each.at, { type: 'card', cards: [card.cardId], change: { reset: true } });
      [before.memory, before.seq] = [null, seq];
    }
    const body = reviewBody(each, card, before, { clock, deck: deckOf(card.deckId), options: optionsOf(card.deckId) });
    yield event(each.at, body.event);
    known.set(card.cardId, { memory: body.memory ?? before.memory, seq });
  }
  if (options.schedule) yield* changesOf(cards, known, { clock, at, counts, event });
  if (options.presets) for (const body of presetEvents(reading, deckOf)) yield event(at, body);

  function reviewBody(
    { at: reviewedAt, grade, elapsedMs, isScheduling, source }: SourceReview,
    { cardId }: BroughtCard,
    before: Known,
    of: { clock: StudyClock; deck: string; options: DeckOptions },
  ): { memory: Memory | null; event: { type: 'review' } & ReviewEvent } {
    const { retention, ...steps } = of.options;
    const how = { ...steps, retention, weights };
    const memory = isScheduling ? review(before.memory, grade, reviewedAt, of.clock, how) : null;
    const chosen = chosenSchedule({ ...DEFAULT_STUDY_OPTIONS, ...steps });
    return {
      memory,
      event: {
        ...{ type: 'review', card: cardId, prev: before.seq === 0 ? null : eventRefOf(device, before.seq) },
        ...{ mode: isScheduling ? 'review' : 'practice', grade, memory: memory && keptOf(memory), retention },
        ...{ rolloverHour: of.clock.rolloverHour, elapsedMs: Math.min(MAX_ELAPSED_MS, Math.max(0, elapsedMs)) },
        ...(chosen && { schedule: chosen }),
        ...(memory && parameters && { parameters }),
        ...{ source: source.slice(0, 100), course: of.deck },
      },
    };
  }
}

interface Changing {
  readonly clock: StudyClock;
  readonly at: number;
  readonly counts: From['counts'];
  readonly event: (at: number, body: EventBody) => BroughtEvent;
}

/** What cards stand at beside their reviews; cards that stand alike are named together. */
function* changesOf(cards: BroughtCards, known: ReadonlyMap<CardId, Known>, { clock, at, counts, event }: Changing) {
  const today = studyDay(at, clock);
  const alike = new Map<string, { cards: CardId[]; change: Extract<EventBody, { type: 'card' }>['change'] }>();
  for (const card of cards) {
    const memory = known.get(card.cardId)?.memory ?? null;
    const made = memory === null ? memoryOf(card, clock, at) : null;
    if (made) {
      counts.converted += 1;
      yield event(at, { type: 'card', cards: [card.cardId], change: { memory: made } });
    }
    const { dueDay, phase } = card.state ?? {};
    const stands = memory ?? made;
    if (stands && phase === 'review' && dueDay !== undefined) {
      counts.of += 1;
      const ours = memory ? today + (daysUntilDue(memory, { today }) ?? 0) : dueDay;
      const isOurs = memory !== null && memory.phase === 'review' && ours === dueDay;
      if (memory && ours !== dueDay) counts.apart.push(Math.abs(ours - dueDay));
      const change = { ...(!isOurs && { dueDay, lastDay: stands.lastDay }), ...ownChange(card, today) };
      put(change, card.cardId);
    } else put(ownChange(card, today), card.cardId);
  }
  for (const { cards: named, change } of alike.values())
    for (let from = 0; from < named.length; from += MOST_CARDS)
      yield event(at, { type: 'card', cards: named.slice(from, from + MOST_CARDS), change });

  function put(change: Extract<EventBody, { type: 'card' }>['change'], cardId: CardId): void {
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
