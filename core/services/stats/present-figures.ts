import type { Output } from '../../api/contract.ts';
import type { Memory } from '../../domain/study/schedule.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import { dueIn, ForecastCount } from '../../domain/stats/forecast.ts';
import { DAY_EDGES, DIFFICULTY_EDGES, histogramOf, RECALL_EDGES } from '../../domain/stats/histogram.ts';
import type { ScopeCard } from './stats-cards.ts';

type Page = Output<'stats.page'>;

/** Answers from which on the learner's own pace is taken. */
const ENOUGH_FOR_PACE = 20;
/** The pace assumed before, ms an answer. */
const FIRST_PACE_MS = 15_000;
const MINUTE_MS = 60_000;

const values = <T>(cards: readonly T[], of: (card: T) => number): Float64Array => Float64Array.from(cards, of);

/** What the questions of a scope are like now. */
export function histograms(
  cards: readonly ScopeCard[],
): Pick<Page, 'intervals' | 'stability' | 'difficulty' | 'recall'> {
  const answered: { memory: Memory; recall: number }[] = [];
  for (const { state, recall } of cards) if (state?.memory) answered.push({ memory: state.memory, recall });
  const inReview = answered.filter(({ memory }) => memory.phase === 'review');
  const shaped = ({ bins, ...rest }: ReturnType<typeof histogramOf>) => ({ ...rest, bins: [...bins] });
  return {
    intervals: shaped(
      histogramOf(
        values(inReview, ({ memory }) => memory.intervalDays),
        DAY_EDGES,
      ),
    ),
    stability: shaped(
      histogramOf(
        values(answered, ({ memory }) => memory.stabilityDays),
        DAY_EDGES,
      ),
    ),
    difficulty: shaped(
      histogramOf(
        values(answered, ({ memory }) => memory.difficulty),
        DIFFICULTY_EDGES,
      ),
    ),
    recall: shaped(
      histogramOf(
        values(answered, ({ recall }) => recall),
        RECALL_EDGES,
      ),
    ),
  };
}

/** @param pace answers and their time, to take the learner's own pace from */
export function forecastFigures(
  cards: readonly ScopeCard[],
  moment: Moment,
  pace: { readonly answers: number; readonly elapsedMs: number },
): Page['forecast'] {
  const isOwnPace = pace.answers >= ENOUGH_FOR_PACE && pace.elapsedMs > 0;
  const msPerAnswer = isOwnPace ? pace.elapsedMs / pace.answers : FIRST_PACE_MS;
  const count = new ForecastCount();
  for (const { state } of cards) if (state) count.add(dueIn(state, moment));
  const timed = (due: number) => ({ cards: due, minutes: (due * msPerAnswer) / MINUTE_MS });
  const { overdue, days } = count.due;
  return {
    msPerAnswer,
    isOwnPace,
    overdue: timed(overdue),
    days: days.map((due, i) => ({ day: moment.today + i, ...timed(due) })),
  };
}

/** Questions that entered the schedule from a day on, by the day. */
export function addedFigures(
  cards: readonly ScopeCard[],
  from: number,
  { clock }: Pick<Moment, 'clock'>,
): Page['added'] {
  const byDay = new Map<number, number>();
  for (const { state } of cards) {
    if (!state || state.introducedAt === null) continue;
    const day = studyDay(state.introducedAt, clock);
    if (day >= from) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const days = [...byDay].sort(([a], [b]) => a - b).map(([day, count]) => ({ day, cards: count }));
  return { cards: days.reduce((sum, { cards: count }) => sum + count, 0), days };
}
