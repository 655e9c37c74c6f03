import type { EventBody } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import type { Memory } from '../../domain/study/schedule.ts';
import { studyDay, type StudyClock } from '../../domain/study/study-day.ts';
import type { BroughtCards } from './brought-cards.ts';
import { memoryOf, ownChange } from './card-change.ts';

/** Cards named in one change. */
const MOST_CARDS = 500;

/** What came of the cards, counted while their changes are made. */
export interface ChangeCounts {
  /** Cards whose memory was made of what the file says of them. */
  converted: number;
  /** Of cards with a due day in the file: by how many days ours is apart, where it is. */
  readonly apart: number[];
  /** How many such cards there are. */
  of: number;
}

interface Changing {
  readonly clock: StudyClock;
  readonly at: number;
  readonly counts: ChangeCounts;
  readonly put: (at: number, body: EventBody) => void;
}

/** What cards stand at beside their reviews; cards that stand alike are named together. @param knownAt by the place of a card: what its reviews left */
export function* changesOf(
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
