import { parseCardId } from '../domain/ids.ts';
import type { Method, Output, Sent } from './contract.ts';

const text = { th: 'บทเรียน', en: 'lesson' };
const amount = { cards: 12, minutes: 4 };
const lesson = { courseId: 'csto', lessonId: 'at-a-glance' };
const cardId = parseCardId('csto/gl-name');
const result = { at: 1_700_000_000_000, right: 2, of: 5, score: 0.55 };

const counts = { done: 0, left: 5, repeats: 0, learning: 0, review: 5, new: 0 };

type PlanMethod = Extract<Method, `plan.${string}` | `check.${string}`>;

/** An input and an output of every method of plans and checks. */
export const PLAN_EXAMPLES: { [M in PlanMethod]: [Sent<M>, Output<M>] } = {
  'plan.day': [
    { minutes: 12, language: 'th' },
    {
      today: 20_780,
      minutesPerDay: 15,
      doneMinutes: 3,
      minutes: 12,
      spreadMinutes: 2,
      paceAnswers: 812,
      reviews: amount,
      fresh: amount,
      reading: { ...lesson, sectionId: 'what', heading: text, minutes: 2, questions: 4 },
      left: { reviews: 52, fresh: 3, because: 'time' },
      keptApart: 2,
      putOff: 1,
      suspended: 2,
      vacation: { from: 20_784, to: 20_790, isOn: false },
      hasBacklog: true,
    },
  ],
  'plan.start': [{ minutes: 12 }, { sessionId: 'abc', counts }],
  'plan.backlog': [
    {},
    {
      overdue: { cards: 218, minutes: 41 },
      daysSinceStudy: 9,
      recallNow: 0.74,
      recallWhenDue: 0.9,
      canWait: 31,
      speeds: [{ speed: 'normal', minutes: 20, days: 6, endsOn: 20_785 }],
      days: [{ day: 20_780, due: 5, late: 15 }],
      faded: [{ ...lesson, number: 1, title: text, before: 0.9, now: 0.71 }],
    },
  ],
  'plan.month': [
    {},
    {
      today: 20_780,
      days: [{ day: 20_780, reviews: amount, late: amount, fresh: amount, left: 0, isOff: false }],
    },
  ],
  'plan.goal': [
    { courseId: 'csto' },
    {
      goal: { examDay: 20_801, target: 0.8 },
      questions: 443,
      unasked: 258,
      outlook: { expected: 0.71, low: 0.64, high: 0.78, newPerDay: 10, newPerDayWanted: 13, best: 0.9 },
    },
  ],
  'plan.setGoal': [{ courseId: 'csto', examDay: 20_801, target: 0.8 }, { done: true }],
  'plan.removeGoal': [{ courseId: 'csto' }, { done: true }],
  'check.get': [
    lesson,
    {
      number: 1,
      title: text,
      forms: { before: [cardId], after: [cardId] },
      before: result,
      after: null,
      skipped: false,
    },
  ],
  'check.start': [
    { ...lesson, when: 'after' },
    { sessionId: 'abc', counts },
  ],
  'check.finish': [{ ...lesson, when: 'before', sessionId: 'abc' }, { result }],
  'check.skip': [{ ...lesson, skipped: true }, { done: true }],
};
