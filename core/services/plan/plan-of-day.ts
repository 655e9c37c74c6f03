import type { Input, Output } from '../../api/contract.ts';
import { cursorOf } from '../../domain/card-rows.ts';
import { planDay, type DayPlan, type DayWork } from '../../domain/plan/day-plan.ts';
import { vacationAfter, vacationOn } from '../../domain/plan/vacation.ts';
import { EMPTY_DAY, type Progress } from '../../domain/progress.ts';
import type { Bilingual } from '../../domain/question.ts';
import { isDueToday } from '../../domain/study/due.ts';
import { isHidden, type Moment } from '../../domain/study/moment.ts';
import { lateCards } from '../../domain/plan/backlog.ts';
import type { PlannedCard } from '../../domain/plan/days-ahead.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import { inSlices } from '../jobs/slices.ts';
import { plannedCards } from './planned-cards.ts';
import type { Planner } from './planner.ts';
import { workToday, type Reckoning } from './work-today.ts';

type Day = Output<'plan.day'>;

/** Cards between two steps. */
const GROUP = 1_000;
/** A vacation is announced so many days ahead. */
const ANNOUNCED_DAYS = 7;

export const minutesOf = (ms: number): number => Math.ceil(ms / 60_000);
/** To a tenth, and never more than it is. */
export const tenthsOf = (ms: number): number => Math.floor(ms / 6_000) / 10;

const doneTodayMs = (progress: Progress, today: number): number => (progress.days.get(today) ?? EMPTY_DAY).elapsedMs;

/**
 * What a sitting of so many minutes asks; without them, of what is left of the minutes a day. A learner who named none is held by the
 * limits alone, but not after a break: then a day is not more than its share of the backlog. On a vacation: nothing.
 */
export async function chosenToday(
  planner: Planner,
  reckoning: Reckoning,
  language: keyof Bilingual,
  minutes: number | undefined,
): Promise<{ plan: DayPlan; work: DayWork; isBehind: boolean }> {
  const { progress, moment } = reckoning;
  const isOff = vacationOn(progress.settings.vacations, moment.today) !== null;
  const known = await inSlices(plannedCards(reckoning.catalog.cards({}), reckoning));
  const isBehind = !isOff && hasBacklog(planner, reckoning, known);
  const daily = isBehind ? await planner.backlogMinutes(reckoning, known) : progress.settings.minutesPerDay;
  const left = Math.max(0, daily * 60_000 - doneTodayMs(progress, moment.today));
  const budgetMs = minutes !== undefined ? minutes * 60_000 : daily > 0 ? left : null;
  const work = await inSlices(workToday(reckoning, language, budgetMs));
  // A section is nothing to be done either.
  return { work, plan: planDay(isOff ? { ...work, reading: null } : work), isBehind };
}

/** What there is to do in one sitting. */
export async function planOfDay(planner: Planner, { minutes, language = 'en' }: Input<'plan.day'>): Promise<Day> {
  const reckoning = await planner.reckoning();
  const { catalog, progress, moment, pace } = reckoning;
  const { minutesPerDay, vacations } = progress.settings;
  const doneMs = doneTodayMs(progress, moment.today);
  const on = vacationOn(vacations, moment.today);
  const { plan, work, isBehind } = await chosenToday(planner, reckoning, language, minutes);
  const asked = [...plan.learning, ...plan.reviews, ...plan.fresh];
  const { reviews, reading, fresh } = plan.ms;
  const later = vacationAfter(vacations, moment.today, ANNOUNCED_DAYS);
  const vacation = on ? { ...on, isOn: true } : later && { ...later, isOn: false };
  return {
    today: moment.today,
    minutesPerDay,
    doneMinutes: Math.floor(doneMs / 60_000),
    minutes: minutesOf(reviews + reading + fresh),
    spreadMinutes: minutesOf(pace.spreadMs(asked.length + plan.afterReading, reviews + fresh)),
    paceAnswers: pace.answers,
    reviews: { cards: plan.learning.length + plan.reviews.length, minutes: minutesOf(reviews) },
    fresh: { cards: plan.fresh.length + plan.afterReading, minutes: minutesOf(fresh) },
    reading: plan.reading && readingOf(reckoning, plan),
    left: { ...plan.left, because: heldBack(plan, work) },
    keptApart: work.keptApart,
    ...(await inSlices(hiddenToday(catalog.cards({}), progress, moment))),
    vacation,
    hasBacklog: isBehind,
  };
}

function readingOf({ catalog }: Reckoning, { reading, afterReading, ms }: DayPlan): Day['reading'] {
  if (reading === null) return null;
  const { courseId, lessonId, sectionId } = reading;
  const { heading } = catalog.lesson(courseId, lessonId).lesson.sections.find(({ id }) => id === sectionId)!;
  return { courseId, lessonId, sectionId, heading, minutes: minutesOf(ms.reading), questions: afterReading };
}

/** The limits, where they alone keep something for another day; else the time. */
function heldBack({ left }: DayPlan, { beyond }: DayWork): Day['left']['because'] {
  if (left.reviews + left.fresh === 0) return null;
  const byLimit = left.reviews > 0 ? left.reviews === beyond.reviews : left.fresh === beyond.fresh;
  return byLimit ? 'limit' : 'time';
}

/** What would be due, were it not put off or suspended. */
function* hiddenToday(cards: readonly CatalogCard[], progress: Progress, moment: Moment) {
  let [putOff, suspended] = [0, 0];
  const now = cursorOf(progress.cards);
  for (const [i, { cardId }] of cards.entries()) {
    if (i % GROUP === 0) yield;
    if (!now.seek(cardId) || !isHidden(now, moment.today)) continue;
    if (now.suspended) suspended += 1;
    else if (now.phase === null ? !Number.isNaN(now.introducedAt) : isDueToday(now, moment)) putOff += 1;
  }
  return { putOff, suspended };
}

/** Is more overdue than fits into a day? @param known all cards that were learned */
export function hasBacklog(planner: Planner, reckoning: Reckoning, known: readonly PlannedCard[]): boolean {
  const late = lateCards(known, reckoning.moment.today);
  const lateMs = late.reduce((sum, { ms }) => sum + ms, 0);
  return lateMs > planner.usualMinutes(reckoning) * 60_000;
}
