import { z } from 'zod';
import * as limits from '../../../domain/history/limits.ts';
import { settingsFrom } from '../../../domain/history/settings-schema.ts';

const Count = z.int().min(0);
const Instant = z.number().min(-limits.MAX_DATE).max(limits.MAX_DATE);
const DeviceId = z.string().regex(limits.DEVICE_ID);
const Seq = z.int().min(0).max(limits.MAX_SEQ);
const Order = z.int().min(0);
const Trail = z.array(Count);

const FileShape = z.object({
  name: z.string().regex(/^\d{4}-\d{2}\.ndjson$/),
  end: Count,
  marks: z.array(Count).refine(({ length }) => length % 2 === 0),
  sinceMark: Count,
  refused: z.array(Count).exactOptional(),
});

const LessonShape = z.object({
  read: z.record(z.string(), Instant),
  place: z.object({ section: z.string(), at: Instant }).nullable(),
  opened: z.boolean(),
});

/** The snapshot without its cards. A seal is no proof of sense: what is not like this is made again from the journals. */
export const SnapshotShape = z.object({
  at: Instant,
  last: z.object({ order: Order, device: z.union([z.literal(''), DeviceId]), seq: Seq }),
  covered: z.array(z.object({ device: DeviceId, seq: Seq, order: Order, files: z.array(FileShape) })),
  devices: z.array(DeviceId).max(limits.MAX_DEVICES),
  negations: z.array(
    z.object({
      ...{ device: DeviceId, seq: Seq, order: Order, batch: Seq.exactOptional() },
      ...{ of: z.array(z.string().regex(limits.EVENT_REF)), undo: z.boolean() },
    }),
  ),
  settings: z.unknown().refine((kept) => settingsFrom(kept) !== null),
  settingsTrail: Trail,
  reviewsTotal: Count,
  days: z.array(
    z.tuple([
      z.int(),
      z.object({
        reviews: Count,
        passed: Count,
        dueReviews: Count,
        fresh: Count,
        practice: Count,
        elapsedMs: z.number().min(0),
      }),
    ]),
  ),
  lessons: z.array(z.object({ id: z.string(), state: LessonShape.nullable(), trail: Trail })),
  count: Count,
});
