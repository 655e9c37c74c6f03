import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LessonKeyShape } from '../../../domain/history/id-schemas.ts';
import { AppError } from '../../../domain/errors.ts';
import * as limits from '../../../domain/history/limits.ts';
import { exactlyOptional } from '../../../domain/history/exactly-optional.ts';
import { recordFields, RECORD_TYPES } from '../../../domain/history/record-schemas.ts';
import { splitRecordKey } from '../../../domain/history/records.ts';
import { ChosenLookShape, StudySettingsShape } from '../../../domain/history/settings-schema.ts';
import { isJournalFile } from '../journal/journal-file.ts';

/** progress.json: small, for people to read, and sealed with a SHA-256 over all lines before the seal's. See docs/data.md. */
const SNAPSHOT_VERSION = 7;
const FORMAT = 'jamdai-progress';
export const CARDS_FILE = /^cards-[0-9a-f]{16}\.bin$/;

const DeviceId = z.string().regex(limits.DEVICE_ID);
const Count = z.int().nonnegative();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const RecordEntry = z
  .strictObject({ key: z.string(), fields: z.record(z.string(), z.unknown()) })
  .refine(({ key, fields }) => {
    const { type } = splitRecordKey(key);
    return RECORD_TYPES.includes(type) && recordFields(type).safeParse(fields).success;
  });

const Document = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(SNAPSHOT_VERSION),
  /** When it was taken, epoch ms. */
  at: z.number(),
  /** An older app did not know all that we do, a newer one knows more: then neither is taken for damaged. */
  settings: z.object(exactlyOptional(StudySettingsShape.shape)),
  /** What each device chose for itself. */
  looks: z.array(z.object({ device: DeviceId, ...ChosenLookShape.shape })),
  /** Presets, goals, parameters, exams, by `<type>/<id>`. One of an app that knew of none says nothing of them. */
  records: z.array(RecordEntry).exactOptional(),
  totals: z.strictObject({ reviews: z.int() }),
  cards: z.strictObject({
    file: z.string().regex(CARDS_FILE),
    bytes: Count,
    sha256: Hash,
    /** Cards whose state is known. */
    count: Count,
  }),
  lessons: z.array(
    z.strictObject({
      id: LessonKeyShape,
      /** Null where everything about it was taken back. */
      state: z
        .strictObject({
          read: z.record(z.string(), z.number()),
          place: z.strictObject({ section: z.string(), at: z.number() }).nullable(),
          opened: z.boolean(),
        })
        .nullable(),
    }),
  ),
  days: z.array(
    z.strictObject({
      day: z.int(),
      reviews: z.number(),
      passed: z.number(),
      dueReviews: z.number(),
      fresh: z.number(),
      practice: z.number(),
      elapsedMs: z.number(),
      /** What counts against the limits of a course. */
      courses: z.array(z.strictObject({ id: z.string(), dueReviews: z.number(), fresh: z.number() })).exactOptional(),
    }),
  ),
  /** The last event in it. */
  last: z.strictObject({ order: z.number(), device: z.string(), seq: Count }),
  /** Devices by their place in packed refs. */
  devices: z.array(DeviceId).max(limits.MAX_DEVICES),
  /** How far each journal is in it. */
  covered: z.array(z.strictObject({ device: DeviceId, seq: Count, order: z.number() })),
  /** How far each journal file was read, and how many marks of it the cards' file holds (two numbers each). */
  files: z.array(
    z.strictObject({
      device: DeviceId,
      name: z.string().refine(isJournalFile),
      end: Count,
      sinceMark: Count,
      marks: Count,
      /** Where whole lines begin that were not taken as events. */
      refused: z.array(Count).exactOptional(),
    }),
  ),
});
export type SnapshotDocument = z.infer<typeof Document>;
export type DocumentBody = Omit<SnapshotDocument, 'format' | 'version'>;

const inline = (value: unknown): string => JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');

/** A key a line; the items of a list a line each. */
function pretty(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return inline(value);
  return `[\n${value.map((item) => `    ${inline(item)}`).join(',\n')}\n  ]`;
}

const sealOf = (text: string): string => `,\n  "sha256": "${createHash('sha256').update(text).digest('hex')}"\n}\n`;

export function encodeDocument(body: DocumentBody): Buffer {
  const document: SnapshotDocument = { format: FORMAT, version: SNAPSHOT_VERSION, ...body };
  const lines = Object.entries(document).map(([key, value]) => `  ${JSON.stringify(key)}: ${pretty(value)}`);
  const text = `{\n${lines.join(',\n')}`;
  return Buffer.from(text + sealOf(text));
}

const corrupt = (why: string, cause?: unknown) => new AppError('data-corrupt', `progress.json: ${why}`, {}, { cause });

/** @throws AppError `data-corrupt`; `data-too-new`: written by a newer app, which must not be put back behind what it knew */
export function decodeDocument(bytes: Buffer): SnapshotDocument {
  const text = bytes.toString('utf8');
  let raw: { format?: unknown; version?: unknown; sha256?: unknown } | null;
  try {
    raw = JSON.parse(text) as typeof raw;
  } catch (cause) {
    throw corrupt('no JSON', cause);
  }
  if (raw?.format !== FORMAT || typeof raw.version !== 'number') throw corrupt('not ours');
  if (raw.version > SNAPSHOT_VERSION)
    throw new AppError('data-too-new', 'progress.json of a newer app', { version: raw.version });
  if (raw.version < SNAPSHOT_VERSION) throw corrupt('of an older app; the journal has it all');
  const seal = text.lastIndexOf(',\n  "sha256": ');
  if (seal < 0 || text.slice(seal) !== sealOf(text.slice(0, seal))) throw corrupt('seal');
  const { sha256: _seal, ...body } = raw;
  const parsed = Document.safeParse(body);
  if (!parsed.success) throw corrupt(parsed.error.message);
  return parsed.data;
}
