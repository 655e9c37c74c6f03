import type { CardId, EventRef, LessonKey } from '../../../domain/ids.ts';
import { cardsOf } from '../../../domain/history/card-fold.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { lessonOf } from '../../../domain/history/lesson-fold.ts';
import { choosesParameters } from '../../../domain/history/parameters.ts';
import { isChoice } from '../../../domain/history/settings-fold.ts';

/** What events are about. */
export interface Subjects {
  readonly cards: ReadonlySet<CardId>;
  readonly lessons: ReadonlySet<LessonKey>;
  /** Settings and records. */
  readonly settings: boolean;
  /** The memory model's parameters, and with them every card. */
  readonly parameters: boolean;
}

/** The names that were not followed yet; from here on they were. */
function freshOf(refs: Iterable<EventRef>, visited: Set<EventRef>): EventRef[] {
  const fresh: EventRef[] = [];
  for (const ref of refs) {
    if (visited.has(ref)) continue;
    visited.add(ref);
    fresh.push(ref);
  }
  return fresh;
}

/** Events and cards between two chances to give the loop free: one event may name hundreds. */
const GROUP = 500;

/**
 * What the events behind names touched; for an undo what it named. Each is looked at once, however often it is named. In steps: a
 * name may stand for a batch of a million.
 * @param named the events that names stand for
 */
export function* findingSubjects(
  refs: Iterable<EventRef>,
  named: (refs: Iterable<EventRef>) => Iterable<JournalEvent>,
): Generator<void, Subjects> {
  const visited = new Set<EventRef>();
  const found = { cards: new Set<CardId>(), lessons: new Set<LessonKey>(), settings: false, parameters: false };
  let count = 0;
  for (let left = freshOf(refs, visited); left.length > 0;) {
    const deeper: EventRef[] = [];
    for (const event of named(left)) {
      const cards = cardsOf(event);
      for (const card of cards) found.cards.add(card);
      const lesson = lessonOf(event);
      if (lesson !== null) found.lessons.add(lesson);
      if (isChoice(event)) found.settings = true;
      if (choosesParameters(event)) found.parameters = true;
      for (const ref of event.type === 'undo' ? freshOf(event.of, visited) : []) deeper.push(ref);
      count += 1 + cards.length;
      if (count < GROUP) continue;
      count = 0;
      yield;
    }
    left = deeper;
  }
  return found;
}
