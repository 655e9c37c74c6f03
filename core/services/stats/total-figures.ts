import type { Output } from '../../api/contract.ts';
import type { CalibrationTally } from '../../domain/stats/calibration-tally.ts';
import type { StudiedDay } from '../../domain/stats/days-tally.ts';
import type { RetentionTally } from '../../domain/stats/retention-tally.ts';
import type { StrongTally } from '../../domain/stats/strong-tally.ts';
import type { ScopeCard } from './stats-cards.ts';

type Page = Output<'stats.page'>;

interface Counted {
  readonly cards: readonly ScopeCard[];
  readonly studied: readonly StudiedDay[];
  readonly retention: RetentionTally;
  readonly strong: StrongTally;
  readonly from: number;
  readonly today: number;
  readonly target: number;
}

const sum = (days: readonly StudiedDay[], of: (day: StudiedDay) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

export function totalsOf({ cards, studied, retention, strong, from, today, target }: Counted): Page['totals'] {
  const answers = sum(studied, (day) => day.answers);
  const elapsedMs = sum(studied, (day) => day.elapsedMs);
  const stabilityNow = new Map<number, number>();
  let now = 0;
  for (const { state, place } of cards) {
    if (!state?.memory) continue;
    const { stabilityDays, lastDay } = state.memory;
    if (today - lastDay <= stabilityDays) now += 1;
    if (place >= 0) stabilityNow.set(place, stabilityDays);
  }
  return {
    answers,
    reviews: answers - sum(studied, (day) => day.other),
    days: studied.length,
    daysInRange: Math.max(today, studied.at(-1)?.day ?? today) - from + 1,
    elapsedMs,
    msPerAnswer: answers === 0 ? null : elapsedMs / answers,
    retention: retention.known,
    target,
    strong: { now, before30Days: strong.count((place) => stabilityNow.get(place) ?? NaN) },
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
