import { z } from 'zod';
import type { Verdict } from '../judgement.ts';
import type { Grade } from '../grade.ts';
import { PHASES, type KeptMemory } from '../study/schedule.ts';
import { exactlyOptional } from './exactly-optional.ts';
import { CardIdShape, EventRefShape } from './id-schemas.ts';
import { ResponseShape } from './response-schema.ts';
import * as limits from './limits.ts';
import { RECORD_EVENTS } from './record-schemas.ts';
import { SettingsShape, StudyOptionsShape } from './settings-schema.ts';

/** What each does: `study/modes.ts`. */
export const REVIEW_MODES = ['review', 'learn', 'practice', 'cram', 'contrast', 'exam', 'check'] as const;

const between = (min: number, max: number) => z.number().min(min).max(max);
const whole = (min: number, max: number) => z.int().min(min).max(max);
const Count = whole(0, limits.MAX_COUNT);
const Id = z.string().min(1).max(limits.MAX_ID);
const Name = z.string().max(limits.MAX_ID);
const GradeShape = z.literal([1, 2, 3, 4]) satisfies z.ZodType<Grade>;
const VerdictShape = z.enum(['right', 'close', 'partial', 'wrong']) satisfies z.ZodType<Verdict>;

const MemoryShape = z.object({
  phase: z.enum(PHASES),
  due: between(-limits.MAX_DATE, limits.MAX_DATE),
  stabilityDays: between(limits.MIN_STABILITY_DAYS, limits.MAX_DAYS),
  difficulty: between(limits.MIN_DIFFICULTY, limits.MAX_DIFFICULTY),
  intervalDays: between(0, limits.MAX_DAYS),
  step: Count,
  reps: Count,
  lapses: Count,
  lastReview: between(-limits.MAX_DATE, limits.MAX_DATE),
}) satisfies z.ZodType<KeptMemory>;

/** What beside the desired retention decides when a card comes back. */
const ScheduleShape = StudyOptionsShape.pick({
  learningStepsMin: true,
  relearningStepsMin: true,
  maximumIntervalDays: true,
});

/** What the learner wants to happen to a card beside answering it. */
const ChangeShape = z.object({
  suspended: z.boolean().exactOptional(),
  /** Hidden until this study day begins; 0 takes it back. */
  buriedUntilDay: whole(-limits.MAX_DAY, limits.MAX_DAY).exactOptional(),
  /** A card that was answered before is due on this study day, as if its interval had been so long. */
  dueDay: whole(-limits.MAX_DAY, limits.MAX_DAY).exactOptional(),
  /** `dueDay` was chosen elsewhere behind an answer of this study day: where there is a later one it holds no more. */
  lastDay: whole(-limits.MAX_DAY, limits.MAX_DAY).exactOptional(),
  /** 0 none, 1 to 7. */
  flag: whole(0, 7).exactOptional(),
  marked: z.boolean().exactOptional(),
  /** What was known of it where it comes from, without its answers: see `given-memory.ts`. `at`: its last answer there. */
  memory: z
    .object({
      ...MemoryShape.pick({ stabilityDays: true, difficulty: true, intervalDays: true, reps: true, lapses: true })
        .shape,
      phase: z.enum(['review', 'relearning']),
      at: between(-limits.MAX_DATE, limits.MAX_DATE),
      /** Study day of `at`. */
      lastDay: whole(-limits.MAX_DAY, limits.MAX_DAY),
    })
    .exactOptional(),
  /** Forget the memory: the card is new again. Its history stays in the journal. */
  reset: z.literal(true).exactOptional(),
});

/** What every event has: see `Stamp`. */
export const StampShape = z.object({
  v: z.literal(1),
  device: z.string().regex(limits.DEVICE_ID),
  seq: whole(1, limits.MAX_SEQ),
  at: whole(limits.MIN_AT, limits.MAX_AT),
  order: whole(0, Number.MAX_SAFE_INTEGER),
  /** Minutes east of UTC where the learner was. */
  utcOffsetMin: whole(-limits.MAX_OFFSET_MIN, limits.MAX_OFFSET_MIN),
  /** `seq` of the first event of the batch (an import, a bulk change) this one came in with; taken back as a whole. */
  batch: whole(1, limits.MAX_SEQ).exactOptional(),
  /** The batch goes on in the next line: without it this event was never accepted. */
  more: z.literal(true).exactOptional(),
});

/**
 * What is in an event, by its type: the one place where a type of event is described. TypeScript's types are made from these,
 * and every line is held against them when it is read, wherever it comes from.
 */
export const EVENT_SCHEMAS = {
  /**
   * One graded answer. `memory` is the outcome as it was shown; it holds as long as the card's event before it is still
   * `prev`, and is computed again (from `grade`, `at`, `utcOffsetMin`, `rolloverHour`, `retention`) where a merge or an
   * undo changed what came before.
   */
  review: z.object({
    card: CardIdShape,
    prev: EventRefShape.nullable(),
    mode: z.enum(REVIEW_MODES),
    grade: GradeShape,
    memory: MemoryShape.nullable(),
    retention: between(limits.MIN_RETENTION, limits.MAX_RETENTION),
    rolloverHour: whole(0, 23),
    elapsedMs: between(0, limits.MAX_ELAPSED_MS),
    /** The machine's verdict; absent where the learner graded alone. */
    verdict: VerdictShape.exactOptional(),
    response: ResponseShape.exactOptional(),
    /** Seconds this answer may count for, where that is more than the usual minute. */
    timeCapS: whole(10, 600).exactOptional(),
    /** "I was right": the answer this one replaces. */
    corrects: EventRefShape.exactOptional(),
    /** Did the learner say they were sure of it, or not? Absent where they said nothing. */
    sure: z.boolean().exactOptional(),
    /** The parameters `memory` was computed with; absent: the model's defaults. */
    parameters: EventRefShape.exactOptional(),
    /** Options of the schedule that were not the defaults. */
    schedule: z.object(exactlyOptional(ScheduleShape.shape)).exactOptional(),
    /** It was not given here but brought in: its name where it comes from, such as `anki:1718000000000`. See `repeats.ts`. */
    source: z.string().min(1).max(limits.MAX_SOURCE).exactOptional(),
    /** The course or deck it counts for, where that is not the first part of the card's name. */
    course: Id.exactOptional(),
  }),
  /** A try that is not graded yet: a hint was shown, or a near miss may be tried once more. */
  attempt: z.object({
    card: CardIdShape,
    prev: EventRefShape.nullable(),
    what: z.enum(['hint', 'close']),
    response: ResponseShape.exactOptional(),
  }),
  card: z.object({ cards: z.array(CardIdShape).min(1), change: ChangeShape }),
  /** Sections read; their cards enter the schedule as new. */
  'section-read': z.object({ course: Id, lesson: Id, sections: z.array(Id), introduces: z.array(CardIdShape) }),
  /** Where the learner stopped reading. */
  place: z.object({ course: Id, lesson: Id, section: Id }),
  /** The learner opened a lesson's questions though its prerequisites are not remembered yet. */
  'lesson-open': z.object({ course: Id, lesson: Id }),
  setting: z.object({ set: z.object(exactlyOptional(SettingsShape.shape)) }),
  ...RECORD_EVENTS,
  /** Events of other devices were taken in. Only told: the events are theirs. `from`: the device or archive they came from. */
  merge: z.object({ from: Name, events: Count }),
  /** Begins the batch of undos that brings back the state of a backup. `backupAt`: when that was made, epoch ms. */
  restore: z.object({ from: Name, backupAt: between(-limits.MAX_DATE, limits.MAX_DATE), takenBack: Count }),
  /**
   * The clock of a device ran ahead: its events from one number to another were stamped so many whole days after their true time.
   * They count at their true time from here on, wherever they stand; one that is named twice, by the larger number of days.
   */
  clock: z.object({
    spans: z
      .array(
        z.object({
          device: z.string().regex(limits.DEVICE_ID),
          from: whole(1, limits.MAX_SEQ),
          to: whole(1, limits.MAX_SEQ),
          days: whole(1, limits.MAX_DAYS_AHEAD),
        }),
      )
      .min(1)
      .max(limits.MAX_PARTS),
  }),
  /** Takes events back: they count as never done, also after a restart and a merge. */
  undo: z.object({ of: z.array(EventRefShape).min(1) }),
};
