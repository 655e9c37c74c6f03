import { parametersIn } from '../../domain/history/parameters.ts';
import type { EventRef } from '../../domain/ids.ts';
import type { CardState, Progress } from '../../domain/progress.ts';
import type { StudyOptions } from '../../domain/settings.ts';
import type { Spread } from '../../domain/study/day-choice.ts';
import { dueDay } from '../../domain/study/due.ts';
import type { ScheduleOptions } from '../../domain/study/schedule.ts';
import type { ProgressStore } from '../ports.ts';
import type { CatalogCard } from './catalog.ts';

/** All that decides when an answer brings its card back. */
export interface Scheduling {
  readonly options: ScheduleOptions;
  readonly spread: Spread;
  /** The event that chose the weights; null: they are those that the model is published with. */
  readonly parameters: EventRef | null;
}

/** What was due on other days when a card was shown. */
interface Shown {
  readonly revision: number;
  readonly today: number;
  readonly dueOn: (day: number) => number;
  readonly loads: Map<number, number>;
}

/** Cards whose button still does what it says, though others are answered meanwhile. */
const SHOWN = 1_000;

/**
 * How cards are scheduled here. What else is due is taken as it was when the card was shown first, so that the answer does what the
 * button says; a card that something happened to, or that was shown on another day, is looked at anew.
 */
export class Schedulings {
  readonly #shown = new Map<string, Shown>();

  /** @param loads how many reviews are due on a study day, as it stands when it is called */
  constructor(
    private readonly store: ProgressStore,
    private readonly loads: () => (day: number) => number,
  ) {}

  /** @param state the card as the answer finds it @param today the study day of the answer */
  of({ cardId }: Pick<CatalogCard, 'cardId'>, state: CardState, options: StudyOptions, today: number): Scheduling {
    const { progress } = this.store;
    const { fuzz, loadBalance, easyDays, vacations } = progress.settings;
    const { by, weights } = parametersIn(progress);
    const { retention, learningStepsMin, relearningStepsMin, maximumIntervalDays } = options;
    const spread = {
      seed: fuzz ? `${cardId}#${state.memory?.reps ?? 0}` : null,
      loadOn: fuzz && loadBalance ? this.#loadOn(cardId, state, today) : null,
      rest: { easyDays, vacations },
      soonADay: soonADay(progress.days, today),
    };
    return {
      options: { retention, learningStepsMin, relearningStepsMin, maximumIntervalDays, weights },
      spread,
      parameters: by,
    };
  }

  #loadOn(cardId: string, { revision, memory }: CardState, today: number): (day: number) => number {
    const known = this.#shown.get(cardId);
    const isSame = known?.revision === revision && known.today === today;
    const shown = { revision, today, loads: new Map<number, number>() };
    const { loads, dueOn } = isSame ? known : this.#show(cardId, { ...shown, dueOn: this.loads() });
    const own = memory?.phase === 'review' ? dueDay(memory) : null;
    return (day) => {
      let load = loads.get(day);
      if (load === undefined) loads.set(day, (load = dueOn(day) - (day === own ? 1 : 0)));
      return load;
    };
  }

  #show(cardId: string, shown: Shown): Shown {
    this.#shown.delete(cardId);
    this.#shown.set(cardId, shown);
    if (this.#shown.size > SHOWN) this.#shown.delete(this.#shown.keys().next().value!);
    return shown;
  }
}

/** Days of which the mean tells how many new cards are begun a day. */
const DAYS_BACK = 14;

/** Whole days before this one only, so that it is the same all day long. */
export function soonADay(days: Progress['days'], today: number): number {
  let fresh = 0;
  for (let day = today - DAYS_BACK; day < today; day += 1) fresh += days.get(day)?.fresh ?? 0;
  return fresh / DAYS_BACK;
}
