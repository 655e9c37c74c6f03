import { z } from 'zod';
import { EventRefShape } from '../domain/history/id-schemas.ts';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

const TRAINING_VERDICTS = ['accepted', 'not-better', 'no-pattern', 'too-few'] as const;
const TRAINING_PHASES = ['reading', 'training', 'checking'] as const;

/** Study days of the first and last answer, and how many of them there was something to learn from. */
const TrainedOn = z.strictObject({ reviews: z.int(), from: z.int(), to: z.int() });
/** Log loss an answer, on answers they were not trained on; `low` to `high`: 95 % interval of after less before. */
const HeldOut = z.strictObject({
  reviews: z.int(),
  before: z.number(),
  after: z.number(),
  low: z.number(),
  high: z.number(),
});

const Version = z.strictObject({
  /** Names it for `parameters.use` and `history.undo`. */
  ref: EventRefShape,
  at: shape.EpochMs,
  /** The published weights were chosen. */
  isPublished: z.boolean(),
  /** It holds now. */
  holds: z.boolean(),
  undone: z.boolean(),
  trainedOn: TrainedOn.nullable(),
  heldOut: HeldOut.nullable(),
});

const Trained = z.strictObject({
  verdict: z.enum(TRAINING_VERDICTS),
  at: shape.EpochMs,
  /** Answers there was something to learn from. */
  reviews: z.int(),
  heldOut: HeldOut.nullable(),
});

/** The memory model's parameters: what holds, training on the learner's own answers, earlier versions. */
export const parameterMethods = {
  'parameters.get': define(
    Empty,
    z.strictObject({
      model: z.literal('FSRS-6'),
      weights: z.array(z.number()).length(21),
      published: z.array(z.number()).length(21),
      /** Desired recall of the settings, 0 to 1. */
      retention: z.number(),
      /** Days for which a question rests after one, two … answers that are all Good, at that recall. */
      goodDays: z.strictObject({ now: z.array(z.int()), published: z.array(z.int()) }),
      /** Newest first; what was chosen before any of them are the published weights. */
      versions: z.array(Version),
      /** The last training, whatever came of it; null: there was none. */
      last: Trained.nullable(),
      work: z
        .strictObject({
          phase: z.enum(TRAINING_PHASES),
          /** Share of the phase, 0 to 1. */
          done: z.number(),
          reviews: z.int(),
        })
        .nullable(),
      /** The next training by itself: not before an instant, and not before so many more answers. */
      next: z.strictObject({ notBefore: shape.EpochMs, reviewsMissing: z.int() }),
      /** With fewer answers there is nothing to train on. */
      fewest: z.int(),
    }),
  ),
  /** Trains now, and takes what is better. */
  'parameters.train': define(Empty, Trained),
  /** What `parameters.reschedule` would do now: cards that come sooner or later, and what is due on each of the next 30 study days. */
  'parameters.reschedulePreview': define(
    Empty,
    z.strictObject({
      cards: z.int(),
      sooner: z.int(),
      later: z.int(),
      days: z.array(z.strictObject({ day: z.int(), before: z.int(), after: z.int() })),
    }),
  ),
  /**
   * Gives every card in review whose day was promised under other parameters, targets or rest days the one it would get now. One undo of
   * `ref` takes all back; null: no card would move.
   */
  'parameters.reschedule': define(Empty, z.strictObject({ cards: z.int(), ref: EventRefShape.nullable() })),
  'parameters.cancel': define(Empty, Done),
  /** Takes an earlier version again; without a name the published weights. `history.undo` of what it returns goes back. */
  'parameters.use': define(z.strictObject({ ref: EventRefShape.optional() }), z.strictObject({ ref: EventRefShape })),
};
