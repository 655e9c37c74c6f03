import type { Output } from '../../api/contract.ts';
import { ForecastCount } from '../../domain/stats/forecast.ts';
import { DAY_EDGES, DIFFICULTY_EDGES, histogramOf, RECALL_EDGES } from '../../domain/stats/histogram.ts';
import { PHASES_BEFORE } from '../../domain/stats/review-columns.ts';
import type { ScopeCards } from './stats-cards.ts';

type Page = Output<'stats.page'>;

/** Answers from which on the learner's own pace is taken. */
const ENOUGH_FOR_PACE = 20;
/** The pace assumed before, ms an answer. */
const FIRST_PACE_MS = 15_000;
const MINUTE_MS = 60_000;
const REVIEW = PHASES_BEFORE.indexOf('review');

function shaped(values: Float64Array, edges: readonly number[]): Page['recall'] {
  const { bins, ...rest } = histogramOf(values, edges);
  return { ...rest, bins: [...bins] };
}

/** Those of some values whose place is wanted: a loop, since `filter` of typed arrays takes ten times as long. */
function chosen(values: Float64Array, isWanted: (place: number) => boolean): Float64Array {
  const found = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) if (isWanted(i)) found[length++] = values[i]!;
  return found.subarray(0, length);
}

/** What the questions of a scope are like now. */
export function* histograms(
  scope: ScopeCards,
): Generator<void, Pick<Page, 'intervals' | 'stability' | 'difficulty' | 'recall'>> {
  const known = (values: Float64Array) => chosen(values, (i) => !Number.isNaN(values[i]));
  const intervals = shaped(
    chosen(scope.intervalDays, (i) => scope.phase[i] === REVIEW),
    DAY_EDGES,
  );
  yield;
  const stability = shaped(known(scope.stabilityDays), DAY_EDGES);
  yield;
  const difficulty = shaped(known(scope.difficulty), DIFFICULTY_EDGES);
  yield;
  return { intervals, stability, difficulty, recall: shaped(known(scope.recall), RECALL_EDGES) };
}

/** @param pace answers and their time, to take the learner's own pace from */
export function forecastFigures(
  { dueIn }: ScopeCards,
  today: number,
  pace: { readonly answers: number; readonly elapsedMs: number },
): Page['forecast'] {
  const isOwnPace = pace.answers >= ENOUGH_FOR_PACE && pace.elapsedMs > 0;
  const msPerAnswer = isOwnPace ? pace.elapsedMs / pace.answers : FIRST_PACE_MS;
  const count = new ForecastCount();
  for (const days of dueIn) count.add(days);
  const timed = (due: number) => ({ cards: due, minutes: (due * msPerAnswer) / MINUTE_MS });
  const { overdue, days } = count.due;
  return {
    msPerAnswer,
    isOwnPace,
    overdue: timed(overdue),
    days: days.map((due, i) => ({ day: today + i, ...timed(due) })),
  };
}

/** Questions that entered the schedule from a day on, by the day. */
export function addedFigures({ introducedDay }: ScopeCards, from: number): Page['added'] {
  const byDay = new Map<number, number>();
  for (const day of introducedDay) if (day >= from) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  const days = [...byDay].sort(([a], [b]) => a - b).map(([day, cards]) => ({ day, cards }));
  return { cards: days.reduce((sum, { cards }) => sum + cards, 0), days };
}
