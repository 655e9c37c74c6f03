import { GRADES, type Grade } from '../../../domain/grade.ts';
import { letOthersRun } from '../cancellation.ts';
import type { SourceReview } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { areWhole } from './cells.ts';
import { isInRange } from './dates.ts';
import type { Row, SqliteFile } from './sqlite.ts';

const AT_ONCE = 5000;
const HOUR_MS = 3_600_000;
/** Values of `revlog.type`. */
const LEARNING = 0;
const RELEARNING = 2;
const FILTERED = 3;
const MANUAL = 4;
const RESCHEDULED = 5;

export const REVIEW_COLUMNS = ['id', 'cid', 'ease', 'factor', 'time', 'type'] as const;
const REVIEWS_SQL = `select ${REVIEW_COLUMNS.join(', ')} from revlog not indexed order by id`;

export interface ReviewsOf {
  readonly db: SqliteFile;
  /** Ids of the cards that were given out. */
  readonly kept: ReadonlySet<number>;
  /** While a card was learned, 2 was Good and 3 was Easy. */
  readonly isFirstScheduler: boolean;
  readonly odd: Oddities;
  readonly signal: AbortSignal;
}

/**
 * The reviews, oldest first. What only moved a due date is none; what forgot a card is told with the next review of it.
 * @throws AppError `import-unreadable`, `cancelled`
 */
export async function* reviewsOf({ db, kept, isFirstScheduler, odd, signal }: ReviewsOf): AsyncGenerator<SourceReview> {
  const reset = new Set<number>();
  let count = 0;
  for (const cells of db.rows('revlog', REVIEWS_SQL)) {
    if (count++ % AT_ONCE === 0) await letOthersRun(signal);
    const row = rowOf(cells);
    if (!row) {
      odd.add('review-unreadable', `revlog ${cells[0]}`);
      continue;
    }
    if (!kept.has(row.card)) odd.add('review-without-card', `revlog ${row.id}`);
    else if (!isInRange(row.id)) odd.add('date-out-of-range', `revlog ${row.id}`);
    else if (row.type === MANUAL || row.type === RESCHEDULED || row.ease === 0) {
      if (row.type === MANUAL && row.factor === 0) reset.add(row.card);
    } else {
      const grade = gradeOf(row.ease, isFirstScheduler && (row.type === LEARNING || row.type === RELEARNING));
      if (grade === null || row.type > RESCHEDULED || row.type < 0) odd.add('review-unreadable', `revlog ${row.id}`);
      else
        yield {
          source: `anki:${row.id}`,
          card: String(row.card),
          at: row.id,
          grade,
          elapsedMs: Math.min(Math.max(row.elapsedMs, 0), HOUR_MS),
          isScheduling: !(row.type === FILTERED && row.factor === 0),
          ...(reset.delete(row.card) && { isAfterReset: true as const }),
        };
    }
  }
}

function rowOf(cells: Row) {
  if (!areWhole(cells, REVIEW_COLUMNS.length)) return null;
  const [id, card, ease, factor, elapsedMs, type] = cells as readonly [number, number, number, number, number, number];
  return { id, card, ease, factor, elapsedMs, type };
}

/** The buttons, of the second scheduler on: Again, Hard, Good, Easy. @param isOfThree Again, Good, Easy */
function gradeOf(ease: number, isOfThree: boolean): Grade | null {
  const button = isOfThree && ease > 1 ? ease + 1 : ease;
  return GRADES.find((grade) => grade === button) ?? null;
}
