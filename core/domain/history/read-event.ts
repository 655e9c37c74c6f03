import { z } from 'zod';
import { EVENT_SCHEMAS, StampShape } from './event-schemas.ts';
import type { JournalEvent } from './events.ts';

/** Stamp and content together; a batch begins before its events, and only a batch goes on. */
const schemaOf = (type: string, body: z.ZodObject) =>
  StampShape.extend({ type: z.literal(type), ...body.shape }).refine(({ seq, batch, more }) =>
    batch === undefined ? more === undefined : batch <= seq,
  );
const SCHEMAS = new Map(Object.entries(EVENT_SCHEMAS).map(([type, body]) => [type, schemaOf(type, body)]));

/**
 * The event that JSON holds, or null where it is none: an unknown type, a field that is missing, of the wrong kind or out of
 * its range. Fields that are not known (a newer app's) are left out of the event; in the journal they stay.
 */
export function readEvent(json: unknown): JournalEvent | null {
  const type = (json as { type?: unknown } | null)?.type;
  const result = typeof type === 'string' ? SCHEMAS.get(type)?.safeParse(json) : undefined;
  return result?.success === true ? (result.data as unknown as JournalEvent) : null;
}
