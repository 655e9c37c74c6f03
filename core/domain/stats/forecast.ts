import type { CardState } from '../progress.ts';
import { daysUntilDue } from '../study/due.ts';
import type { Moment } from '../study/moment.ts';
import { studyDay } from '../study/study-day.ts';

const FORECAST_DAYS = 365;

/** How many questions come due, by what is known now: each once. */
export interface DueByDay {
  /** Due before today. */
  readonly overdue: number;
  /** From today on. */
  readonly days: readonly number[];
}

/** Study days from today to that on which a card comes due, negative where it was due before; null where none is known. */
export function dueIn(state: CardState, moment: Moment): number | null {
  const { memory } = state;
  if (memory === null || state.suspended) return null;
  const days = daysUntilDue(memory, moment) ?? studyDay(memory.due, moment.clock) - moment.today;
  // Buried, it waits; it is not late for it.
  return state.buriedUntilDay > moment.today ? Math.max(days, state.buriedUntilDay - moment.today) : days;
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
