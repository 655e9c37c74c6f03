import type { Handlers, Output } from '../../api/contract.ts';
import type { EventBody } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import { rescheduling, type MovedCard, type ScheduledCard } from '../../domain/study/rescheduling.ts';
import type { Learner } from '../courses/learner.ts';
import { soonADay } from '../courses/scheduling.ts';
import { inSlices } from '../jobs/slices.ts';

/** Cards one event names: a line of some kilobytes. */
const CARDS_AN_EVENT = 500;

/** Gives cards the days they would get now: shown before, and one undo takes it back. */
export function createRescheduleService(
  learner: Learner,
): Pick<Handlers, 'parameters.reschedulePreview' | 'parameters.reschedule'> {
  const { store, catalog } = learner;

  function* scheduled(): Generator<ScheduledCard> {
    const options = new Map<string, ScheduledCard['options']>();
    for (const { cardId, course } of catalog.cards({})) {
      let known = options.get(course.id);
      if (!known) options.set(course.id, (known = { ...learner.options(course.id), weights: learner.weights }));
      yield { cardId, options: known };
    }
  }

  function moved(): Promise<MovedCard[]> {
    const { fuzz, loadBalance, easyDays, vacations } = store.progress.settings;
    const loadOn = fuzz && loadBalance ? learner.loads() : null;
    const moment = learner.moment();
    const rules = {
      isFuzzed: fuzz,
      loadOn,
      rest: { easyDays, vacations },
      soonADay: soonADay(learner.progress.days, moment.today),
    };
    return inSlices(rescheduling(scheduled(), store.progress, moment, rules));
  }

  return {
    'parameters.reschedulePreview': async () => previewOf(await moved(), learner.moment().today, learner.loads()),
    'parameters.reschedule': async () => {
      const cards = await moved();
      const ref = await store.appendBatch(changesOf(cards), cards.length);
      return { cards: cards.length, ref };
    },
  };
}

/** One change for each day. */
function changesOf(moved: readonly MovedCard[]): Extract<EventBody, { type: 'card' }>[] {
  const byDay = new Map<number, CardId[]>();
  for (const { cardId, to } of moved) {
    const cards = byDay.get(to);
    if (cards) cards.push(cardId);
    else byDay.set(to, [cardId]);
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  return days.flatMap(([dueDay, cards]) =>
    Array.from({ length: Math.ceil(cards.length / CARDS_AN_EVENT) }, (_, i) => ({
      type: 'card' as const,
      cards: cards.slice(i * CARDS_AN_EVENT, (i + 1) * CARDS_AN_EVENT),
      change: { dueDay },
    })),
  );
}

/** Days of the preview. */
const SHOWN_DAYS = 30;

function previewOf(
  moved: readonly MovedCard[],
  today: number,
  dueOn: (day: number) => number,
): Output<'parameters.reschedulePreview'> {
  const more = new Map<number, number>();
  for (const { from, to } of moved) {
    more.set(from, (more.get(from) ?? 0) - 1);
    more.set(to, (more.get(to) ?? 0) + 1);
  }
  const sooner = moved.filter(({ from, to }) => to < from).length;
  return {
    cards: moved.length,
    sooner,
    later: moved.length - sooner,
    days: Array.from({ length: SHOWN_DAYS }, (_, i) => {
      const before = dueOn(today + i);
      return { day: today + i, before, after: before + (more.get(today + i) ?? 0) };
    }),
  };
}
