import type { Output } from '../../api/contract.ts';
import type { CalibrationTally } from '../../domain/stats/calibration-tally.ts';
import type { StudiedDay } from '../../domain/stats/days-tally.ts';
import type { RetentionTally } from '../../domain/stats/retention-tally.ts';
import type { StrongTally } from '../../domain/stats/strong-tally.ts';
import type { AnsweredCards, ScopeCards } from './stats-cards.ts';

type Page = Output<'stats.page'>;

interface Counted {
  readonly scope: ScopeCards;
  readonly studied: readonly StudiedDay[];
  readonly retention: RetentionTally;
  readonly strong: StrongTally;
  readonly from: number;
  readonly today: number;
  readonly target: number;
}

const sum = (days: readonly StudiedDay[], of: (day: StudiedDay) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

/** Questions with a recall of 90 % and more: as many days have passed at most as their stability counts. */
function strongNow({ lastDay, stabilityDays }: ScopeCards, today: number): number {
  let strong = 0;
  for (let i = 0; i < lastDay.length; i++) if (today - lastDay[i]! <= stabilityDays[i]!) strong += 1;
  return strong;
}

/** Stability now by the places of cards in the columns; NaN without an answer. */
function stabilityByPlace({ place, stabilityDays }: ScopeCards, answered: number): Float64Array {
  const found = new Float64Array(answered).fill(NaN);
  for (let i = 0; i < place.length; i++) if (place[i]! >= 0) found[place[i]!] = stabilityDays[i]!;
  return found;
}

export function totalsOf(
  { scope, studied, retention, strong, from, today, target }: Counted,
  { isBeside }: AnsweredCards,
): Page['totals'] {
  const answers = sum(studied, (day) => day.answers);
  const elapsedMs = sum(studied, (day) => day.elapsedMs);
  return {
    answers,
    reviews: answers - sum(studied, (day) => day.other),
    days: studied.length,
    daysInRange: Math.max(today, studied.at(-1)?.day ?? today) - from + 1,
    elapsedMs,
    msPerAnswer: answers === 0 ? null : elapsedMs / answers,
    retention: retention.known,
    target,
    strong: {
      now: strongNow(scope, today),
      before30Days: strong.count(stabilityByPlace(scope, isBeside.length), isBeside),
    },
  };
}

export function calibrationFigures(tally: CalibrationTally): Page['calibration'] {
  const { basis, predicted, right, predictors, verdict } = tally;
  return {
    basis,
    predicted,
    right,
    predictors: predictors.map(({ bins, ...score }) => ({ ...score, bins: [...bins] })),
    ...verdict,
  };
}
