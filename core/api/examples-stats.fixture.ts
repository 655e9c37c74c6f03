import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };
const basis = { answers: 240, from: 19_600, to: 19_675 };
const share = { answers: 100, right: 89, share: 0.89, low: 0.83, high: 0.93, enough: true };
const none = { answers: 0, right: 0, share: null, low: null, high: null, enough: false };
const counts = { 1: 11, 2: 9, 3: 70, 4: 10 };
const histogram = { cards: 3, mean: 12.5, median: 8, bins: [{ from: 0, to: null, cards: 3 }] };
const known = { questions: 30, introduced: 12, remembered: 8, recall: 0.91, dots: 2, dotsShare: 0.8 };
const item = {
  cardId: parseCardId('csto/gl-name'),
  prompt: text,
  kind: 'choice' as const,
  courseId: 'csto',
  lessonId: 'at-a-glance',
};
const predictor = {
  name: 'schedule' as const,
  logLoss: 0.297,
  rmse: 0.019,
  auc: 0.71,
  bins: [{ from: 0.9, to: 0.95, answers: 80, predicted: 0.93, right: 0.94, low: 0.88, high: 0.97 }],
};

const page: Output<'stats.page'> = {
  at: 1_700_000_000_000,
  today: 19_675,
  from: 19_586,
  questions: 30,
  totals: {
    answers: 240,
    reviews: 230,
    days: 41,
    daysInRange: 90,
    elapsedMs: 3_120_000,
    msPerAnswer: 13_000,
    retention: share,
    target: 0.9,
    strong: { now: 20, before30Days: 12 },
  },
  days: {
    basis,
    days: [
      {
        ...{ day: 19_675, answers: 12, right: 10, elapsedMs: 156_000 },
        ...{ new: 2, learning: 3, relearning: 1, young: 4, mature: 1, other: 1 },
      },
    ],
    pause: { days: 12, from: 19_610, to: 19_621 },
  },
  retention: {
    basis,
    target: 0.9,
    groups: [
      { maturity: 'learning', ...share },
      { maturity: 'mature', ...none },
    ],
  },
  forecast: {
    msPerAnswer: 13_000,
    isOwnPace: true,
    overdue: { cards: 28, minutes: 6.1 },
    days: [{ day: 19_675, cards: 58, minutes: 12.6 }],
  },
  intervals: histogram,
  stability: histogram,
  difficulty: histogram,
  recall: histogram,
  hours: { basis, hours: [{ hour: 7, answers: 30, elapsedMs: 390_000, known: share }] },
  grades: { basis, groups: [{ maturity: 'new', counts }] },
  kinds: { basis, kinds: [{ kind: 'other', ...share, counts, elapsedMs: 390_000 }] },
  added: { cards: 5, days: [{ day: 19_675, cards: 5 }] },
  mastery: {
    lessons: [
      {
        ...{ courseId: 'csto', lessonId: 'at-a-glance', number: 1, title: text },
        ...known,
        sections: [{ sectionId: 'what', heading: text, ...known, recall: null }],
      },
    ],
  },
  sureness: { basis, groups: [{ said: 'unsure', ...share }] },
  hardest: { basis, judged: 20, questions: [{ ...item, ...share, misses: 11, lapses: 3 }] },
  items: {
    basis,
    judged: 12,
    tooFew: 18,
    questions: [
      {
        ...item,
        ...{ answers: 9, facility: 0.44, discrimination: -0.2 },
        unpicked: [{ id: 'c', text }],
        concerns: ['too-hard', 'against-the-grain', 'idle-options'],
      },
    ],
  },
  calibration: { basis, predicted: 0.91, right: 0.89, predictors: [predictor], verdict: 'better', against: 'moving' },
};

/** One input and one output of the statistics. */
export const STATS_EXAMPLES = {
  'stats.page': [{ range: '90d', courseId: 'csto', lessonId: 'at-a-glance' }, page],
} satisfies { 'stats.page': [Sent<'stats.page'>, Output<'stats.page'>] };
