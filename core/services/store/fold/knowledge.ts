import { cardsOf } from '../../../domain/history/card-fold.ts';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import { lessonOf } from '../../../domain/history/lesson-fold.ts';
import { isChoice } from '../../../domain/history/settings-fold.ts';
import { negationOf } from '../../../domain/history/voided.ts';
import type { History } from './history.ts';
import type { Packed } from './packed-refs.ts';

/** Tells of an event whether a history holds it already; true too of one that leaves no trace in any history. */
export function knowing({ trails, negations }: History): (event: JournalEvent) => boolean {
  const negated = new Set(negations.map(refOf));
  return (event) => {
    if (negationOf(event) !== null && !negated.has(refOf(event))) return false;
    const packed = trails.refs.pack(event);
    // An event enters the trails of all its cards at once.
    const card = cardsOf(event)[0];
    if (card !== undefined) return trails.cards.has(card, packed);
    const lesson = lessonOf(event);
    if (lesson !== null) return trails.lessons.get(lesson)?.includes(packed) ?? false;
    return !isChoice(event) || trails.hasChoice(packed);
  };
}

/** Cards between two chances to give the loop free. */
const GROUP = 100;

/** Does a history lack any event that another one holds? In steps. */
export function* forgets(history: History, other: History): Generator<void, boolean> {
  const [here, there] = [history.trails, other.trails];
  const isAlike = there.refs.devices.every((device, place) => here.refs.devices[place] === device);
  const lacks = (trail: readonly Packed[] = [], known: readonly Packed[] = []): boolean =>
    trail.some((packed) => !known.includes(isAlike ? packed : here.refs.pack(there.refs.unpack(packed))));
  let seen = 0;
  for (const card of other.progress.cards.keys()) {
    if (lacks(there.cards.get(card), here.cards.get(card))) return true;
    if (++seen % GROUP === 0) yield;
  }
  for (const lesson of there.lessons.keys())
    if (lacks(there.lessons.get(lesson), here.lessons.get(lesson))) return true;
  const negated = new Set(history.negations.map(refOf));
  return lacks(there.settings, here.settings) || other.negations.some((negation) => !negated.has(refOf(negation)));
}
