import { parseEventRef } from '../domain/ids.ts';
import { DEFAULT_WEIGHTS } from '../domain/training/fsrs6.ts';
import type { Output, Sent } from './contract.ts';
import type { parameterMethods } from './parameter-methods.ts';
import type { simulationMethods } from './simulation-methods.ts';

const at = 1_700_000_000_000;
const ref = parseEventRef('abcdef:12');
const heldOut = { reviews: 900, before: 0.352, after: 0.341, low: -0.015, high: -0.007 };
const weights = [...DEFAULT_WEIGHTS];
const score = { questions: 100, expected: 0.72, low: 0.66, high: 0.79, passes: 0.99, byGuessing: 0.2 };

/** One call of every method about parameters, and of those that play the days to come. */
export const PARAMETER_EXAMPLES: {
  readonly [M in keyof typeof parameterMethods | keyof typeof simulationMethods]: readonly [Sent<M>, Output<M>];
} = {
  'parameters.get': [
    {},
    {
      model: 'FSRS-6',
      weights,
      published: weights,
      retention: 0.9,
      goodDays: { now: [3, 14], published: [2, 11] },
      versions: [
        {
          ref,
          at,
          isPublished: false,
          holds: true,
          undone: false,
          trainedOn: { reviews: 4_500, from: 19_000, to: 19_600 },
          heldOut,
        },
      ],
      last: { verdict: 'accepted', at, reviews: 4_500, heldOut },
      work: { phase: 'training', done: 0.5, reviews: 9_000 },
      next: { notBefore: at, reviewsMissing: 300 },
      fewest: 400,
    },
  ],
  'parameters.train': [{}, { verdict: 'too-few', at, reviews: 30, heldOut: null }],
  'parameters.reschedulePreview': [
    {},
    { cards: 12, sooner: 5, later: 7, days: [{ day: 20_600, before: 30, after: 25 }] },
  ],
  'parameters.reschedule': [{}, { cards: 12, ref }],
  'parameters.cancel': [{}, { done: true }],
  'parameters.use': [{ ref }, { ref }],
  'simulation.run': [
    { settings: [{ newPerDay: 20, retention: 0.9 }], days: 2, courseId: 'csto', from: 'now' },
    {
      runs: [{ reviews: [20, 30], minutes: [8.5, 9], remembered: [210.4, 228.1] }],
      known: 200,
      fresh: 150,
      paceAnswers: 900,
    },
  ],
  'readiness.get': [
    { courseId: 'csto', day: 20_500, questions: 100, pass: 0.6 },
    { without: score, studying: { ...score, passes: null }, days: 30 },
  ],
};
