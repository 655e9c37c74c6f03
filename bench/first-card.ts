import type { ProgressStore } from '../core/services/ports.ts';
import { SessionQueue } from '../core/domain/study/session-queue.ts';
import type { CatalogCard } from '../core/services/courses/catalog.ts';
import { roomToday } from '../core/domain/study/daily-limits.ts';
import { dueCards } from '../core/domain/study/due-cards.ts';
import { momentOf } from '../core/services/moment.ts';
import { clock } from './clock.ts';

/** The queue of a review session over all cards, as the study service builds it; the course is made up, so it has no lessons to wait for. */
export function queueOf(store: ProgressStore): SessionQueue {
  const course = { id: 'bench', lessons: [] } as unknown as CatalogCard['course'];
  const lesson = { id: 'one', requires: [] } as unknown as CatalogCard['lesson'];
  const scope = [...store.progress.cards.keys()].map(
    (cardId) => ({ cardId, course, lesson }) as unknown as CatalogCard,
  );
  const moment = momentOf(clock, store.progress);
  const due = dueCards(scope, store.progress, moment);
  const room = roomToday(store.progress, moment.today);
  return new SessionQueue({
    learning: due.learning,
    review: due.review.map(idOf),
    fresh: due.fresh.slice(0, room.fresh).map(idOf),
  });
}

const idOf = ({ cardId }: CatalogCard) => cardId;

/** Times of choosing the next card, ms each: choose, answer, choose. */
export function timesOfNext(store: ProgressStore, rounds: number): number[] {
  const queue = queueOf(store);
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    const card = queue.next(clock.now(), (id) => (store.progress.cards.get(id)?.suspended ? null : 0));
    times.push(performance.now() - began);
    if (card === null) break;
    queue.answered(card, i % 5 === 0 ? clock.now() + 600_000 : null);
  }
  return times;
}
