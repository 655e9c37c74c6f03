import { dueDay } from '../study/due.ts';
import type { Moment } from '../study/moment.ts';
import type { Phase } from '../study/schedule.ts';
import { studyDay } from '../study/study-day.ts';

const FORECAST_DAYS = 365;

/** How many questions come due, by what is known now: each once. */
export interface DueByDay {
  /** Due before today. */
  readonly overdue: number;
  /** From today on. */
  readonly days: readonly number[];
}

/** What says when a card comes due: fields of its memory, `phase` null where it has none, and of its state. */
interface Due {
  readonly phase: Phase | null;
  readonly lastDay: number;
  readonly intervalDays: number;
  readonly due: number;
  readonly suspended: boolean;
  readonly buriedUntilDay: number;
}

/** Study days from today to that on which a card comes due, negative where it was due before; NaN where none is known. */
export function dueIn(card: Due, { today, clock }: Moment): number {
  if (card.phase === null || card.suspended) return NaN;
  const day = card.phase === 'review' ? dueDay(card) : studyDay(card.due, clock);
  // Buried, it waits; it is not late for it.
  return (card.buriedUntilDay > today ? Math.max(day, card.buriedUntilDay) : day) - today;
}

/** Counts cards by when they are due. */
export class ForecastCount {
  #overdue = 0;
  readonly #days = Array.from({ length: FORECAST_DAYS }, () => 0);

  /** @param days `dueIn` of a card; NaN where none is known */
  add(days: number): void {
    if (days < 0) this.#overdue += 1;
    else if (days < FORECAST_DAYS) this.#days[days]! += 1;
  }

  get due(): DueByDay {
    return { overdue: this.#overdue, days: this.#days };
  }
}
