import type { CardId } from '../../../domain/ids.ts';
import { cardsOf } from '../../../domain/history/card-fold.ts';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import { compareEvents, inOrder } from '../../../domain/history/order.ts';
import { foldLesson, lessonOf, UNREAD } from '../../../domain/history/lesson-fold.ts';
import { foldChoice, isChoice } from '../../../domain/history/settings-fold.ts';
import { choosesParameters, parametersIn } from '../../../domain/history/parameters.ts';
import { batchOf, negationOf, voidedBy } from '../../../domain/history/voided.ts';
import { breathe } from '../../jobs/slices.ts';
import type { DataStore } from '../../store/data-store.ts';
import { addDays, foldAlone } from '../../store/fold/refold.ts';
import { reachedBy, type Reached } from '../folder/read-folder.ts';
import { StateDigest, type Rest } from '../folder/state-digest.ts';

/** More cards than these are folded slower alone than by replaying everything. */
const MAX_CARDS = 2_000;

/** A backup that is proved, and the state its journals make. */
export interface Proved {
  readonly digest: string;
  readonly reached: Reached;
  readonly lastOrder: number;
  readonly rest: Rest;
}

const isKnownTo = ({ reached }: Proved, { device, seq }: Pick<JournalEvent, 'device' | 'seq'>): boolean =>
  seq <= reachedBy(reached, device);

/** The events by the cards they touch; null where an undo reaches into something else than answers and changes of cards. */
function byCard(store: DataStore, tail: readonly JournalEvent[]): Map<CardId, JournalEvent[]> | null {
  const fresh = new Map(tail.map((event) => [refOf(event), event]));
  const touching = new Map<CardId, JournalEvent[]>();
  for (const event of tail) {
    // They reach into events, or cards, that are not named one by one.
    if (event.type === 'clock' || choosesParameters(event)) return null;
    const cards = new Set(cardsOf(event));
    for (const ref of event.type === 'undo' ? event.of : []) {
      const target = fresh.get(ref) ?? store.find(ref);
      const isAlone = target !== null && batchOf(target) === null && target.type !== 'undo';
      if (!isAlone || lessonOf(target) !== null || isChoice(target) || target.type === 'clock') return null;
      for (const card of cardsOf(target)) cards.add(card);
    }
    for (const card of cards) {
      const known = touching.get(card);
      if (known) known.push(event);
      else touching.set(card, [event]);
    }
  }
  return touching;
}

/** Lessons and settings after events that come behind all that was proved; null where one does not. */
function restAfter(base: Proved, tail: readonly JournalEvent[]): Rest | null {
  const lessons = new Map(base.rest.lessons.map((lesson) => [lesson.id, lesson.state]));
  const chosen = { settings: base.rest.settings, looks: new Map(base.rest.looks), records: new Map(base.rest.records) };
  for (const event of tail) {
    const lesson = lessonOf(event);
    if (lesson === null && !isChoice(event)) continue;
    if (event.order <= base.lastOrder) return null;
    if (lesson !== null) lessons.set(lesson, foldLesson(lessons.get(lesson) ?? UNREAD, event));
    else if (isChoice(event)) foldChoice(chosen, event);
  }
  return {
    ...base.rest,
    settings: chosen.settings,
    looks: [...chosen.looks],
    records: [...chosen.records],
    lessons: [...lessons].map(([id, state]) => ({ id, state, trail: [] })),
  };
}

const voidedAmong = (events: readonly JournalEvent[]) =>
  voidedBy(events.map(negationOf).filter((negation) => negation !== null));

/**
 * The digest of what a proved history makes together with the events that came since: every card they touch is folded from
 * its first event on, as it was then and as it is now, and the one taken out of the digest for the other. Everything else is
 * what it was. Null where that can not be told without a replay of everything.
 * @param tail events of each device since, in their order, read back from the backup
 */
export async function digestAfter(
  store: DataStore,
  base: Proved,
  tail: readonly (readonly JournalEvent[])[],
): Promise<string | null> {
  const events = [...inOrder(tail)];
  const cards = byCard(store, events);
  const rest = restAfter(base, events);
  if (cards === null || rest === null || cards.size > MAX_CARDS) return null;
  const totals = { days: new Map(base.rest.days), reviewsTotal: base.rest.reviewsTotal };
  const parameters = parametersIn({ records: new Map(base.rest.records) });
  const digest = new StateDigest(base.digest);
  for (const [card, since] of cards) {
    const old = store.eventsOf(card).filter((event) => isKnownTo(base, event));
    const all = [...old, ...since].sort(compareEvents);
    const before = foldAlone(card, old, { voided: voidedAmong(old), parameters });
    const after = foldAlone(card, all, { voided: voidedAmong(all), parameters });
    for (const { cards: folded } of [before, after]) {
      const state = folded.get(card);
      if (state) digest.card(card, state);
    }
    addDays(totals, before, -1);
    addDays(totals, after, 1);
    await breathe();
  }
  digest.rest(base.rest);
  digest.rest({ ...rest, days: [...totals.days], reviewsTotal: totals.reviewsTotal });
  return digest.hex;
}
