import { isDeepStrictEqual } from 'node:util';
import type { CardId, EventRef, LessonKey } from '../../../domain/ids.ts';
import { cardsOf, foldCard } from '../../../domain/history/card-fold.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { refOf } from '../../../domain/history/events.ts';
import { compareEvents } from '../../../domain/history/order.ts';
import { plusShare } from '../../../domain/history/day-totals.ts';
import { foldLesson, UNREAD } from '../../../domain/history/lesson-fold.ts';
import { UNTOUCHED, type CardState } from '../../../domain/progress.ts';
import { applyEvent, emptyProgress, type ProgressDraft } from '../../../domain/history/replay.ts';
import { chosenBy } from '../../../domain/history/settings-fold.ts';
import { inTime } from '../../../domain/history/stamped-ahead.ts';
import type { Parameters } from '../../../domain/history/parameters.ts';
import { isVoided, type Voided } from '../../../domain/history/voided.ts';
import type { StudySettings } from '../../../domain/settings.ts';
import { carried } from './carried.ts';
import type { Packed } from './packed-refs.ts';

type Totals = Pick<ProgressDraft, 'days' | 'reviewsTotal'>;
type Events = ReadonlyMap<Packed, JournalEvent>;

/** The events a fold goes over, which of them count as never done, and what cards are folded under. */
export interface Scope {
  readonly trail: readonly Packed[];
  readonly voided: Voided;
  readonly parameters: Parameters;
}

function ordered(trail: readonly Packed[], events: Events): JournalEvent[] {
  const found: JournalEvent[] = [];
  for (const packed of trail) {
    const event = events.get(packed);
    if (event) found.push(event);
  }
  return found.sort(compareEvents);
}

/** A progress that holds this one card and its share of the day totals. @param events those that touched it, in their order */
export function foldAlone(
  card: CardId,
  events: readonly JournalEvent[],
  { voided, parameters }: Omit<Scope, 'trail'>,
): ProgressDraft {
  const alone = emptyProgress();
  const seen = new Set<EventRef>();
  const answeredAt = new Set<number>();
  const past = { knows: (ref: EventRef) => seen.has(ref), wasAnsweredAt: (at: number) => answeredAt.has(at) };
  for (const stamped of events) {
    const event = inTime(stamped, voided);
    const isVoid = isVoided(event, voided);
    applyEvent(alone, event, [card], isVoid, past, parameters);
    seen.add(refOf(event));
    if (event.type === 'review' && !isVoid) answeredAt.add(event.at);
  }
  return alone;
}

/** Adds a share of the totals, or takes it away. */
export function addDays(progress: Totals, share: Totals, sign: 1 | -1): void {
  for (const [day, part] of share.days) {
    const sum = plusShare(progress.days.get(day), part, sign);
    if (sum === null) progress.days.delete(day);
    else progress.days.set(day, sum);
  }
  progress.reviewsTotal += sign * share.reviewsTotal;
}

/** The events of a scope that count, at their true times. */
export const standing = ({ trail, voided }: Scope, events: Events): JournalEvent[] =>
  ordered(trail, events).flatMap((event) => (isVoided(event, voided) ? [] : [inTime(event, voided)]));

const isWhole = ({ trail }: Scope, events: Events): boolean => trail.every((packed) => events.has(packed));

/**
 * The card where lines of its trail are lost: what only they made of it stays, and reviews that are new to it go on from there.
 * So it is too where the readable events make less of it than is known, though nothing was taken back.
 */
function afterLosses(
  known: CardState,
  [before, was]: readonly [Scope, CardState],
  [now, fresh]: readonly [Scope, CardState],
  events: Events,
): CardState {
  let state = carried(known, was, fresh);
  const isTakenBack = standing(before, events).some((event) => isVoided(event, now.voided));
  const isLess = !isTakenBack && (fresh.memory?.reps ?? 0) < (known.memory?.reps ?? 0);
  if (isDeepStrictEqual(known.memory, was.memory) && !isLess) return state;
  state = { ...state, memory: known.memory, isRecomputed: known.isRecomputed };
  const counted = new Set(before.trail);
  const added = { ...now, trail: now.trail.filter((packed) => !counted.has(packed)) };
  // Only what is later than all that is known: none of it can be there already.
  const past = { knows: () => true, wasAnsweredAt: () => false };
  for (const event of standing(added, events))
    if (event.at > (state.memory?.lastReview ?? -Infinity)) state = foldCard(state, event, past, now.parameters);
  return state;
}

/**
 * The events of a trail that are the card's. Where a line was lost and a copy of the folder gave its number to another event,
 * that one stands under its name; it is none of this card's.
 */
function ofCard(card: CardId, trail: readonly Packed[], events: Events): Events {
  const isElse = (packed: Packed) => {
    const event = events.get(packed);
    return event !== undefined && event.type !== 'undo' && !cardsOf(event).includes(card);
  };
  return trail.some(isElse)
    ? new Map(trail.flatMap((packed) => (isElse(packed) || !events.has(packed) ? [] : [[packed, events.get(packed)!]])))
    : events;
}

/** Folds a card again: takes its share of the totals as they counted it `before`, and adds what is true `now`. */
export function refoldCard(progress: ProgressDraft, card: CardId, before: Scope, now: Scope, all: Events): void {
  const events = ofCard(card, now.trail, all);
  const was = foldAlone(card, ordered(before.trail, events), before);
  const fresh = foldAlone(card, ordered(now.trail, events), now);
  addDays(progress, was, -1);
  addDays(progress, fresh, 1);
  const known = progress.cards.get(card);
  let state = fresh.cards.get(card) ?? known;
  if (state === undefined) return;
  if (known !== undefined && !isWhole(now, events))
    state = afterLosses(known, [before, was.cards.get(card) ?? UNTOUCHED], [now, state], events);
  // The revision counts events that can not be read any more, too: it must never fall back to one that was seen.
  progress.cards.set(card, { ...state, revision: now.trail.length });
}

export function refoldLesson(progress: ProgressDraft, id: LessonKey, before: Scope, now: Scope, events: Events): void {
  const counted = standing(now, events);
  const fresh = counted.reduce(foldLesson, UNREAD);
  const known = progress.lessons.get(id);
  if (known !== undefined && !isWhole(now, events)) {
    const was = standing(before, events).reduce(foldLesson, UNREAD);
    progress.lessons.set(id, { ...carried(known, was, fresh), read: carried(known.read, was.read, fresh.read) });
  } else if (counted.length === 0) progress.lessons.delete(id);
  else progress.lessons.set(id, fresh);
}

const NOTHING = {};

type Named = ReadonlyMap<string, object>;

/** Looks and records where lines are lost: each as any record. */
function carriedAll(known: Named, was: Named, fresh: Named): Named {
  const names = [...new Set([...known.keys(), ...fresh.keys()])];
  const all = names.map((name) => {
    const [before, then, now] = [known, was, fresh].map((one) => one.get(name) ?? NOTHING);
    return [name, carried(before!, then!, now!)] as const;
  });
  return new Map(all.filter(([, fields]) => Object.keys(fields).length > 0));
}

/** Puts what was folded anew in the place of what was known. */
function replace(known: Map<string, object>, was: Named | null, fresh: Named): void {
  const all = was ? carriedAll(known, was, fresh) : fresh;
  known.clear();
  for (const [name, fields] of all) known.set(name, fields);
}

export function refoldSettings(progress: ProgressDraft, before: Scope, now: Scope, events: Events): void {
  const fresh = chosenBy(standing(now, events));
  const was = isWhole(now, events) ? null : chosenBy(standing(before, events));
  progress.settings = was ? carried(progress.settings, was.settings, fresh.settings) : fresh.settings;
  replace(progress.looks as Map<string, object>, was && was.looks, fresh.looks);
  replace(progress.records as Map<string, object>, was && was.records, fresh.records);
}

/** Takes some settings as their events say; the others stay. */
export function learnSettings(
  progress: ProgressDraft,
  keys: readonly (keyof StudySettings)[],
  now: Scope,
  events: Events,
): void {
  const { settings } = chosenBy(standing(now, events));
  progress.settings = { ...progress.settings, ...Object.fromEntries(keys.map((key) => [key, settings[key]])) };
}
