import type { Output } from '../../../core/api/contract.ts';
import { parseCardId } from '../../../core/domain/ids.ts';

type StatsPage = Output<'stats.page'>;

/** 2026-11-23, a Monday. */
const TODAY = 20_780;
const both = (text: string) => ({ th: `${text} (th)`, en: text });
const at = (day: number) => Math.abs(Math.sin(day * 12.9898) * 43758.5453) % 1;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A share of answers with an interval of two in a hundred about it. */
export const shareOf = (right: number, answers: number) => ({
  answers,
  right,
  share: right / answers,
  low: Math.max(0, right / answers - 0.02),
  high: Math.min(1, right / answers + 0.02),
  enough: answers >= 30,
});
const NO_SHARE = { answers: 0, right: 0, share: null, low: null, high: null, enough: false };

const bins = (edges: readonly number[], last: number | null) =>
  edges.map((from, index) => ({ from, to: edges[index + 1] ?? last, cards: Math.round(10 + 60 * at(index + from)) }));
const histogram = (all: ReturnType<typeof bins>, mean: number, median: number) => ({
  cards: all.reduce((sum, { cards }) => sum + cards, 0),
  mean,
  median,
  bins: all,
});

const calibrationBins = [0.55, 0.65, 0.75, 0.85, 0.95].map((from, index) => ({
  from,
  to: from + 0.1,
  answers: 40 + index * 300,
  predicted: from + 0.02,
  right: from + 0.01,
  low: from - 0.03,
  high: from + 0.04,
}));
const guesses = (loss: number) => ({ logLoss: loss, rmse: 0.03, auc: 0.55 });

const DAYS = 90;

/** The statistics of some months as the host would send them, with a pause of twelve days. */
export function statsPageOf(more: Partial<StatsPage> = {}): StatsPage {
  const from = TODAY - DAYS + 1;
  const days = range(DAYS)
    .map((index) => from + index)
    .filter((day) => at(day) > 0.1 && !(day > TODAY - 62 && day < TODAY - 49))
    .map((day) => {
      const size = Math.round(8 + 40 * at(day + 0.5));
      const [young, mature] = [Math.round(size * 0.4), Math.round(size * 0.3)];
      const [learning, relearning, fresh] = [Math.round(size * 0.12), 1, 2];
      const answers = young + mature + learning + relearning + fresh;
      const right = answers - Math.round(answers * 0.1);
      return {
        day,
        answers,
        right,
        elapsedMs: answers * 13_000,
        new: fresh,
        learning,
        relearning,
        young,
        mature,
        other: 0,
      };
    });
  const answers = days.reduce((sum, day) => sum + day.answers, 0);
  const basis = { answers, from, to: TODAY };
  const item = (name: string) => ({
    cardId: parseCardId(`csto/${name}`),
    prompt: both(`What about **${name}**?`),
    kind: 'choice' as const,
    courseId: 'csto',
    lessonId: 'first',
  });
  return {
    at: TODAY * 86_400_000,
    today: TODAY,
    from,
    questions: 443,
    totals: {
      answers,
      reviews: answers,
      days: days.length,
      daysInRange: DAYS,
      elapsedMs: answers * 13_000,
      msPerAnswer: 13_000,
      retention: shareOf(908, 1000),
      target: 0.9,
      strong: { now: 291, before30Days: 270 },
    },
    days: { basis, days, pause: { days: 12, from: TODAY - 61, to: TODAY - 50 } },
    retention: {
      basis,
      target: 0.9,
      groups: [
        { maturity: 'learning', ...shareOf(1591, 1892) },
        { maturity: 'young', ...shareOf(2796, 3120) },
        { maturity: 'mature', ...shareOf(3142, 3400) },
      ],
    },
    forecast: {
      msPerAnswer: 13_000,
      isOwnPace: true,
      overdue: { cards: 28, minutes: 6 },
      days: range(365).map((index) => {
        const cards = Math.round(40 * at(index) * (1 - index / 500));
        return { day: TODAY + index, cards, minutes: (cards * 13) / 60 };
      }),
    },
    intervals: histogram(bins([1, 2, 4, 8, 16, 32, 64, 128, 256], null), 40, 24),
    stability: histogram(bins([0, 1, 2, 4, 8, 16, 32, 64, 128, 256], null), 44, 26.4),
    difficulty: histogram(bins([1, 2, 3, 4, 5, 6, 7, 8, 9], 10), 5.4, 5.2),
    recall: histogram(bins([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], 1), 0.912, 0.93),
    hours: {
      basis,
      hours: range(24).map((hour) => {
        const size = [7, 8, 9, 12, 19, 20, 21].includes(hour) ? Math.round(200 + 300 * at(hour)) : 0;
        const right = Math.round(size * (hour > 20 ? 0.82 : hour < 10 ? 0.93 : 0.89));
        return { hour, answers: size, elapsedMs: size * 13_000, known: size === 0 ? NO_SHARE : shareOf(right, size) };
      }),
    },
    grades: {
      basis,
      groups: [
        { maturity: 'new', counts: { 1: 60, 2: 10, 3: 340, 4: 33 } },
        { maturity: 'learning', counts: { 1: 120, 2: 60, 3: 700, 4: 40 } },
        { maturity: 'young', counts: { 1: 320, 2: 90, 3: 2400, 4: 310 } },
        { maturity: 'mature', counts: { 1: 250, 2: 60, 3: 2700, 4: 390 } },
      ],
    },
    kinds: {
      basis,
      kinds: [
        { kind: 'choice', ...shareOf(1800, 2000), counts: { 1: 200, 2: 0, 3: 1700, 4: 100 }, elapsedMs: 1 },
        { kind: 'typed', ...shareOf(700, 820), counts: { 1: 120, 2: 0, 3: 700, 4: 0 }, elapsedMs: 1 },
        { kind: 'match', ...shareOf(480, 600), counts: { 1: 120, 2: 20, 3: 460, 4: 0 }, elapsedMs: 1 },
      ],
    },
    added: { cards: 443, days: range(89).map((index) => ({ day: from + index, cards: index < 53 ? 5 : 4 })) },
    mastery: {
      lessons: range(6).map((index) => ({
        courseId: 'csto',
        lessonId: `lesson-${index}`,
        number: index + 1,
        title: both(`Lesson about ${index}`),
        questions: 31,
        introduced: 31 - index * 4,
        remembered: 28 - index * 4,
        recall: index === 5 ? null : 0.94 - index * 0.02,
        dots: Math.max(0, 3 - index) as 0 | 1 | 2 | 3,
        dotsShare: 1 - index * 0.15,
        sections: [
          {
            sectionId: 'a',
            heading: both('Its beginning'),
            questions: 15,
            introduced: 15 - index,
            remembered: 14 - index,
            recall: 0.9,
            dots: 1,
            dotsShare: 0.5,
          },
        ],
      })),
    },
    sureness: {
      basis,
      groups: [
        { said: 'sure', ...shareOf(4920, 5120) },
        { said: 'nothing', ...shareOf(2120, 2410) },
        { said: 'unsure', ...shareOf(559, 882) },
      ],
    },
    hardest: {
      basis,
      judged: 402,
      questions: range(8).map((index) => ({
        ...item(`hard-${index}`),
        ...shareOf(4 + index, 12 + index),
        misses: 8,
        lapses: 5 - Math.min(5, index),
      })),
    },
    items: {
      basis,
      judged: 402,
      tooFew: 41,
      questions: [
        {
          ...item('idle'),
          answers: 14,
          facility: 0.4,
          discrimination: -0.2,
          unpicked: [{ id: 'c', text: both('Minsk') }],
          concerns: ['too-hard', 'against-the-grain', 'idle-options'],
        },
        { ...item('easy'), answers: 19, facility: 1, discrimination: null, unpicked: [], concerns: ['too-easy'] },
      ],
    },
    calibration: {
      basis,
      predicted: 0.9,
      right: 0.896,
      predictors: [
        { name: 'schedule', logLoss: 0.297, rmse: 0.019, auc: 0.68, bins: calibrationBins },
        { name: 'mean', ...guesses(0.331), bins: [{ ...calibrationBins[4]!, predicted: 0.908, right: 0.905 }] },
        {
          name: 'moving',
          ...guesses(0.318),
          bins: calibrationBins.slice(3).map((bin) => ({ ...bin, right: bin.right + 0.02 })),
        },
      ],
      verdict: 'better',
      against: 'moving',
    },
    ...more,
  };
}
