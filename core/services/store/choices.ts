import type { EventType, JournalEvent } from '../../domain/history/events.ts';
import { compareEvents } from '../../domain/history/order.ts';
import { alongTrail } from './along-trail.ts';
import type { History } from './fold/history.ts';
import type { Packed } from './fold/packed-refs.ts';
import type { Journals } from './journal/journals.ts';

/** Events that are read between two chances to give the loop free. */
const AT_ONCE = 500;

/**
 * Reads what was chosen. Edits of notes may be very many among the rest: of what type an event is stays known, so that whoever asks for
 * others reads them once.
 */
export class Choices {
  readonly #types = new WeakMap<History, Map<Packed, EventType>>();

  /** @param wanted none: of all types @returns in the order of the history */
  *reading(journals: Journals, history: History, wanted: readonly EventType[]): Generator<undefined, JournalEvent[]> {
    const types = this.#types.get(history) ?? new Map<Packed, EventType>();
    this.#types.set(history, types);
    const isWanted = (type: EventType | undefined) =>
      wanted.length === 0 || type === undefined || wanted.includes(type);
    const trail = history.trails.settings.filter((packed) => isWanted(types.get(packed)));
    const found: JournalEvent[] = [];
    for (let from = 0; from < trail.length; from += AT_ONCE) {
      for (const event of alongTrail(journals, history, trail.slice(from, from + AT_ONCE))) {
        types.set(history.trails.refs.pack(event), event.type);
        if (isWanted(event.type)) found.push(event);
      }
      yield;
    }
    return found.sort(compareEvents);
  }
}
