import type { Database } from 'sql.js';
import { pausing } from '../../cancellation.ts';
import type { OutgoingReview, WriteOptions } from '../outgoing.ts';
import { resetRow, REVIEW_SQL, reviewRow } from './review-row.ts';

/** When a card was last answered, in seconds, where Anki keeps its memory. */
const LAST_REVIEW = `update cards set data = json_set(data, '$.lrt', ?) where id = ? and type <> 0`;

/**
 * Writes the rows of reviews, as they come, oldest first.
 * @param cardNumbers of cards by what reviews call them; reviews of others are left out
 * @returns how many there were
 */
export async function reviewsOut(
  db: Database,
  reviews: AsyncIterable<OutgoingReview>,
  cardNumbers: ReadonlyMap<string, number>,
  { signal }: Pick<WriteOptions, 'signal'>,
): Promise<number> {
  const pause = pausing(signal);
  const lastAt = new Map<number, number>();
  /** Numbers of the last reviews, which are their instants. */
  const lastId = new Map<number, number>();
  let count = 0;
  let highest = -Infinity;
  const into = db.prepare(REVIEW_SQL);
  const isTaken = db.prepare('select 1 from revlog where id = ?');
  /** A review's number is its instant; one that is taken goes a little before, where no later one will look for a place. */
  const free = (at: number) => {
    let id = Math.trunc(at);
    if (id > highest) return (highest = id);
    while (isTaken.get([id]).length > 0) id--;
    return id;
  };
  try {
    for await (const review of reviews) {
      await pause();
      const card = cardNumbers.get(review.card);
      if (card === undefined) continue;
      const id = free(review.at);
      into.run(reviewRow(id, card, review, review.isAfterReset ? null : (lastAt.get(card) ?? null)));
      if (review.isAfterReset) into.run(resetRow(free(id - 1), card));
      lastAt.set(card, review.at);
      lastId.set(card, Math.max(id, lastId.get(card) ?? 0));
      count++;
    }
  } finally {
    into.free();
    isTaken.free();
  }
  const setting = db.prepare(LAST_REVIEW);
  try {
    for (const [card, id] of lastId) {
      await pause();
      setting.run([Math.floor(id / 1000), card]);
    }
  } finally {
    setting.free();
  }
  return count;
}
