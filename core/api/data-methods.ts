import { z } from 'zod';
import type { EventRef } from '../domain/ids.ts';
import { CardIdShape, EventRefShape, naming } from '../domain/history/id-schemas.ts';
import { REVIEW_MODES } from '../domain/history/event-schemas.ts';
import { VERDICTS } from '../domain/judgement.ts';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

/** A path of the learner's own machine, as typed or chosen. */
const Path = z.string().min(1).max(4_096);

/** Why a backup was made. */
export const BACKUP_REASONS = ['automatic', 'asked', 'before-merge', 'before-restore'] as const;
/** Long work with the data folder; one at a time. */
export const DATA_WORK = ['backup', 'merge', 'restore', 'export', 'check', 'import', 'deck-export'] as const;
/** What is being done within long work, where it says. */
export const WORK_PHASES = ['reading', 'media', 'reviews', 'taking-in', 'writing'] as const;

const BackupShape = z.strictObject({
  /** File name; names it in `data.restore`. */
  name: z.string(),
  at: shape.EpochMs,
  reason: z.enum(BACKUP_REASONS),
  /** Of all files it holds; of an archive, its own. */
  bytes: z.int(),
  events: z.int(),
  reviews: z.int(),
  /** Files of the library in it: courses, decks and their media. */
  media: z.int(),
  /** In the data folder, or in the second folder only. */
  place: z.enum(['data-folder', 'second-folder']),
});

const SettingValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.number()).readonly(),
  z.array(z.strictObject({ from: z.int(), to: z.int() })).readonly(),
]);

/** Something the learner did, or many things done as one. */
const HistoryEntry = z.strictObject({
  /** Names it for `history.undo`; null for the reviews of a day, which are undone one by one. */
  ref: EventRefShape.nullable(),
  at: shape.EpochMs,
  kind: z.enum([
    'reviews',
    'practice',
    'card-change',
    'section-read',
    'lesson-open',
    'setting',
    'import',
    'deck-added',
    /** A deck got another name or place, or was taken out, with those below it. */
    'deck-named',
    'deck-removed',
    'note-change',
    'note-added',
    'note-removed',
    'note-type',
    /** Of the learner's own. */
    'course-added',
    'course-change',
    'course-removed',
    'lesson-added',
    'lesson-change',
    'lesson-removed',
    'restore',
    'merge',
    'clock',
    'preset',
    'goal',
    'parameters',
    'exam',
    'lesson-check',
    'highlight-added',
    'highlight-change',
    'highlight-removed',
  ]),
  /** How many: reviews, cards, decks, notes, sections, settings; of a merge, a restore and a clock put right, events. */
  count: z.int(),
  /** The one lesson or card it is about; the deck, the note by one of its cards, the passage that was marked. */
  about: shape.Bilingual.nullable(),
  /** Name of the device it was done on, where that was another one; of a merge, where the events came from. */
  device: z.string().nullable(),
  change: shape.CardChange.optional(),
  /** Of an import: names its report. */
  importId: z.string().optional(),
  settings: z.array(z.string()).optional(),
  /** What the settings were and became. */
  changes: z.array(z.strictObject({ key: z.string(), from: SettingValue, to: SettingValue })).optional(),
  /** The headings of the sections that were read. */
  sections: z.array(shape.Bilingual).optional(),
  /** Taken back: it counts as never done. */
  undone: z.boolean(),
  /** Can be taken back, or brought back where `undone`. */
  undoable: z.boolean(),
});

/** One answer as the history knows it. */
const PastReview = z.strictObject({
  ref: EventRefShape,
  at: shape.EpochMs,
  cardId: CardIdShape,
  /** Null where the course is not there any more. */
  prompt: shape.Bilingual.nullable(),
  passage: shape.ShownPassage.exactOptional(),
  mode: z.enum(REVIEW_MODES),
  grade: shape.Grade,
  verdict: z.enum(VERDICTS).nullable(),
  elapsedMs: z.number(),
  /** Interval the answer led to; null in practice. */
  intervalDays: z.number().nullable(),
  undone: z.boolean(),
});

/** The learner's data as a whole: history, backups, merging, checking. */
export const dataMethods = {
  'data.openFolder': define(Empty, Done),
  /** Long work that goes on now, and what came of the automatic backups. */
  'data.status': define(
    Empty,
    z.strictObject({
      work: z
        .strictObject({
          what: z.enum(DATA_WORK),
          done: z.number(),
          total: z.number(),
          phase: z.enum(WORK_PHASES).optional(),
        })
        .nullable(),
      /** Where backups are copied to as well. */
      secondFolder: z.string().nullable(),
      /** Code of the failure of the last automatic backup; null when it went well. */
      backupFailure: z.string().nullable(),
    }),
  ),
  /** Ends the long work that goes on: it fails with `cancelled`, and nothing is changed by half. */
  'data.cancel': define(Empty, Done),
  /** Makes a backup and proves it: read again, checksums, counts, replay. `leftOut`: names that are no files, or could be none on another system. */
  'data.backup': define(Empty, z.strictObject({ ...BackupShape.shape, leftOut: z.array(z.string()) })),
  /** Newest first. `stored`: bytes that those in the data folder take on the disk, all together. */
  'data.backups': define(Empty, z.strictObject({ backups: z.array(BackupShape), stored: z.int() })),
  /**
   * Brings back the state of a backup: events that were lost return, events since are taken back (not deleted). One undo takes
   * the restore back. `backup`: a name of `data.backups`, or a path. `dryRun` only tells what would change.
   */
  'data.restore': define(
    z.strictObject({ backup: Path, dryRun: z.boolean().optional() }),
    z.strictObject({
      at: shape.EpochMs,
      /** Events that come back. */
      added: z.int(),
      /** Events since the backup that count as never done afterwards. */
      takenBack: z.int(),
      /** Cards whose memory is another one afterwards. */
      cards: z.int(),
      reviewsBefore: z.int(),
      reviewsAfter: z.int(),
      /** Library files that come back. */
      media: z.int(),
      /** The backup made before; null in a dry run. */
      safety: z.string().nullable(),
    }),
  ),
  /** Takes in another device's data folder, or an export or backup of it: the union of all events, nothing lost on either side. */
  'data.merge': define(
    z.strictObject({ path: Path, dryRun: z.boolean().optional() }),
    z.strictObject({
      /** Devices that events came from. */
      devices: z.array(z.strictObject({ name: z.string(), events: z.int() })),
      added: z.int(),
      reviews: z.int(),
      media: z.int(),
      safety: z.string().nullable(),
    }),
  ),
  /** Writes everything as one archive (docs/data.md). Refuses a path where something is already. */
  'data.export': define(
    z.strictObject({ path: Path }),
    z.strictObject({ path: z.string(), bytes: z.int(), events: z.int(), reviews: z.int(), media: z.int() }),
  ),
  /**
   * Events that lie more than a day ahead of the clock (`app.info`: `clock-ahead`) count at their true times from here on: those of a
   * device end when its next event, or this moment, came. One undo takes it back. `events`: how many there were.
   */
  'data.correctClock': define(Empty, z.strictObject({ events: z.int() })),
  /** Reads everything, compares, and mends what can be mended without loss. */
  'data.check': define(
    Empty,
    z.strictObject({
      /** `damaged`: pieces that can not be read; `recovered`: events brought back from backups; `missing`: files that are gone or shorter. */
      journal: z.strictObject({
        files: z.int(),
        events: z.int(),
        damaged: z.int(),
        missing: z.int(),
        recovered: z.int(),
      }),
      /**
       * Events that were accepted once and are in no journal and no backup: their numbers, and between which study days
       * they were; what was known of them is kept.
       */
      missing: z.array(
        z.strictObject({
          device: z.string(),
          fromSeq: z.int(),
          toSeq: z.int(),
          fromDay: z.int(),
          toDay: z.int(),
        }),
      ),
      /** Does the state agree with a replay of the journal? `kept`: it knows more than the journal, which lost lines. */
      state: z.enum(['right', 'rebuilt', 'kept']),
      /** `damaged`: packs that are missing, too. `orphans`: packs that no import names, which stay. */
      library: z.strictObject({ files: z.int(), damaged: z.int(), recovered: z.int(), orphans: z.int() }),
      backups: z.strictObject({ count: z.int(), damaged: z.array(z.string()) }),
    }),
  ),
  /** Where backups are copied to as well; '' ends it. Refuses a folder that can not be written. */
  'data.secondFolder': define(
    z.strictObject({ path: z.string().max(4_096) }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  /** Lets the learner choose with the system's dialog, where the shell has one (`app.info`: `canChoosePath`). */
  'data.choosePath': define(
    z.strictObject({
      what: z.enum([
        'merge-folder',
        'archive',
        'export',
        'second-folder',
        'sync-folder',
        'import-file',
        'course-folder',
        'deck-export',
      ]),
    }),
    z.strictObject({ path: z.string().nullable() }),
  ),

  /** What was done on which study day, newest first; at most 90 days back. `before`: only days before this one. */
  'history.list': define(
    z.strictObject({ days: z.int().min(1).max(90), before: z.int().optional() }),
    z.strictObject({
      days: z.array(z.strictObject({ day: z.int(), entries: z.array(HistoryEntry) })),
      /** Are there older days, within the 90? */
      more: z.boolean(),
    }),
  ),
  /** The answers of one study day, newest first; 1 000 at most. */
  'history.reviews': define(z.strictObject({ day: z.int() }), z.strictObject({ reviews: z.array(PastReview) })),
  /** Takes back any event of the last 90 days, or brings back one that was taken back; a batch as a whole. */
  'history.undo': define(
    z.strictObject({ ref: naming<EventRef>(shape.Id) }),
    z.strictObject({ undone: z.boolean(), cards: z.int() }),
  ),
  /** Every answer to one card, newest first. */
  'card.history': define(z.strictObject({ cardId: shape.CardId }), z.strictObject({ reviews: z.array(PastReview) })),
} as const;
