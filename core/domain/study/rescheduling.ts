import type { CardId } from '../ids.ts';
import type { Progress } from '../progress.ts';
import { chooseDay, type Spread } from './day-choice.ts';
import { fuzzWindow } from './day-window.ts';
import { dueDay } from './due.ts';
import { modelOf } from './memory-model.ts';
import type { Moment } from './moment.ts';
import { isRestDay, workDayFrom } from './rest-days.ts';
import type { Memory, ScheduleOptions } from './schedule.ts';

/** A card whose day would be another one now. Study days. */
export interface MovedCard {
  readonly cardId: CardId;
  readonly from: number;
  readonly to: number;
}

/** A card and how it is scheduled. */
export interface ScheduledCard {
  readonly cardId: CardId;
  readonly options: ScheduleOptions;
}

/** How days are chosen now; seeds are made of card and repetition. */
export type SpreadRules = Pick<Spread, 'loadOn' | 'rest' | 'soonADay'> & { readonly isFuzzed: boolean };

/** Cards between two chances to give the loop free. */
const GROUP = 200;

/**
 * The cards in review whose day is not one that FSRS would choose now, with the parameters, targets and rest days that hold: those
 * promised before they were changed. A day among those around the wanted one stays. What is due by now stays due; what would have
 * been comes today. In steps; loads count what was moved already.
 */
export function* rescheduling(
  cards: Iterable<ScheduledCard>,
  progress: Pick<Progress, 'cards'>,
  { today }: Pick<Moment, 'today'>,
  rules: SpreadRules,
): Generator<void, MovedCard[]> {
  const moved: MovedCard[] = [];
  const more = new Map<number, number>();
  const { loadOn } = rules;
  const loadNow = loadOn && ((day: number) => Math.max(0, loadOn(day) + (more.get(day) ?? 0)));
  let seen = 0;
  for (const { cardId, options } of cards) {
    if (++seen % GROUP === 0) yield;
    const state = progress.cards.get(cardId);
    if (!state || state.suspended || state.memory?.phase !== 'review') continue;
    const from = dueDay(state.memory);
    const seed = rules.isFuzzed ? `${cardId}#${state.memory.reps}` : null;
    const to = dayNow(state.memory, today, options, {
      seed,
      loadOn: loadNow,
      rest: rules.rest,
      soonADay: rules.soonADay,
    });
    if (to === from) continue;
    moved.push({ cardId, from, to });
    more.set(from, (more.get(from) ?? 0) - 1);
    more.set(to, (more.get(to) ?? 0) + 1);
  }
  return moved;
}

/** The study day on which a card would be due now. */
function dayNow(memory: Memory, today: number, options: ScheduleOptions, spread: Spread): number {
  const { retention, maximumIntervalDays = Infinity, weights = null } = options;
  const promised = dueDay(memory);
  const wanted = modelOf(weights).daysUntil(retention, memory.stabilityDays);
  const around = fuzzWindow(Math.min(wanted, maximumIntervalDays));
  const days = Math.ceil(memory.intervalDays);
  const isFine = days >= around.from && days <= Math.min(around.to, maximumIntervalDays);
  if (promised <= today || (isFine && !isRestDay(promised, spread.rest))) return promised;
  const wish = { wanted, notShorter: 0, worse: 0, isApart: false, maximum: maximumIntervalDays };
  const { days: chosen } = chooseDay(wish, memory.lastDay, spread);
  const day = memory.lastDay + chosen;
  return day <= today ? workDayFrom(today, spread.rest) : day;
}
