import type { Database } from 'sql.js';
import { letOthersRun } from '../../cancellation.ts';
import type { OutgoingReview, WriteOptions } from '../outgoing.ts';
import { resetRow, REVIEW_SQL, reviewRow } from './review-row.ts';

const AT_ONCE = 5000;
/** When a card was last answered, in seconds, where Anki keeps its memory. */
const LAST_REVIEWS = `update cards set data = json_set(data, '$.lrt', last.at)
  from (select cid, max(id) / 1000 as at from revlog where ease > 0 group by cid) as last
  where last.cid = cards.id and cards.type <> 0`;

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
  const lastAt = new Map<number, number>();
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
      if (count % AT_ONCE === 0) await letOthersRun(signal);
      const card = cardNumbers.get(review.card);
      if (card === undefined) continue;
      const id = free(review.at);
      into.run(reviewRow(id, card, review, review.isAfterReset ? null : (lastAt.get(card) ?? null)));
      if (review.isAfterReset) into.run(resetRow(free(id - 1), card));
      lastAt.set(card, review.at);
      count++;
    }
  } finally {
    into.free();
    isTaken.free();
  }
  db.run(LAST_REVIEWS);
  return count;
}
