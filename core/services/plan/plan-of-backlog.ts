import type { Output } from '../../api/contract.ts';
import type { Lesson } from '../../domain/course.ts';
import { lateCards, speedsOf, workOff } from '../../domain/plan/backlog.ts';
import { recallOn, type PlannedCard } from '../../domain/plan/days-ahead.ts';
import { studiedDays } from '../../domain/study/streak.ts';
import { inSlices } from '../jobs/slices.ts';
import { plannedCards, type PlannedLibraryCard as Late } from './planned-cards.ts';
import { hasBacklog, minutesOf, tenthsOf } from './plan-of-day.ts';
import type { Planner } from './planner.ts';
import type { Reckoning } from './work-today.ts';

type Backlog = NonNullable<Output<'plan.backlog'>>;

/** Expected recall is so little under what is wanted: the card is still known well. */
const STILL_KNOWN = 0.05;
/** Lessons that are named, and the fewest overdue cards of one that is. */
const [MOST_FADED, LEAST_CARDS] = [3, 3];

/** How what is overdue is worked off; null where it fits into a day. */
export async function planOfBacklog(planner: Planner): Promise<Backlog | null> {
  const reckoning = await planner.reckoning();
  const { catalog, progress, moment, forgetting } = reckoning;
  const { today } = moment;
  const all = catalog.cards({});
  const cards = await inSlices(plannedCards(all, reckoning));
  if (!hasBacklog(planner, reckoning, cards)) return null;
  const days = await planner.days(reckoning, all);
  const { retention } = progress.settings;
  const late = lateCards(cards, today);
  const speeds = await inSlices(speedsOf(cards, days, await planner.backlogMinutes(reckoning, cards)));
  const normal = speeds.find(({ speed }) => speed === 'normal') ?? speeds[0];
  const spread = normal ? await inSlices(workOff(cards, days, normal.minutes)) : null;
  const recallNow = recallOn(late, today, forgetting) ?? 0;
  return {
    overdue: { cards: late.length, minutes: minutesOf(late.reduce((sum, { ms }) => sum + ms, 0)) },
    daysSinceStudy: studiedDays(progress.days, today).daysSinceStudy,
    recallNow,
    recallWhenDue: whenDue(late, reckoning),
    canWait: late.filter((card) => recallOn([card], today, forgetting)! >= retention - STILL_KNOWN).length,
    speeds: speeds.map((one) => ({ ...one, endsOn: today + one.days - 1 })),
    days: (spread ?? []).map(({ day, ms }) => ({
      day,
      due: tenthsOf(ms.reviews + ms.fresh),
      late: tenthsOf(ms.late),
    })),
    faded: faded(late, reckoning),
  };
}

function whenDue(cards: readonly PlannedCard[], { forgetting }: Reckoning): number {
  const sum = cards.reduce(
    (all, { stabilityDays, dueDay, lastDay }) => all + forgetting.recallAfter(stabilityDays, dueDay - lastDay),
    0,
  );
  return cards.length === 0 ? 0 : sum / cards.length;
}

/** Lessons in which most was lost, those of the largest loss first. */
function faded(late: readonly Late[], reckoning: Reckoning): Backlog['faded'] {
  const byLesson = new Map<Lesson, Late[]>();
  for (const one of late) {
    const { lesson } = one.card;
    const known = byLesson.get(lesson);
    if (known) known.push(one);
    else byLesson.set(lesson, [one]);
  }
  const lessons = [...byLesson].filter(([, cards]) => cards.length >= LEAST_CARDS);
  return lessons
    .map(([lesson, cards]) => ({
      courseId: cards[0]!.card.course.id,
      lessonId: lesson.id,
      number: lesson.number,
      title: lesson.title,
      before: whenDue(cards, reckoning),
      now: recallOn(cards, reckoning.moment.today, reckoning.forgetting)!,
    }))
    .sort((a, b) => b.before - b.now - (a.before - a.now))
    .slice(0, MOST_FADED);
}
