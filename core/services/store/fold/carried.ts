import { isDeepStrictEqual } from 'node:util';

/**
 * A record that is folded again though lines of events in it are lost. A field that is known to be something else than what
 * the readable events made of it was made by a lost one, and stays; the others are what the readable events make of them now.
 * @param known the record so far
 * @param was what the readable events made of it so far
 * @param fresh what they make of it now
 */
export function carried<T extends object>(known: T, was: T, fresh: T): T {
  const all = { ...fresh } as Record<string, unknown>;
  for (const [key, value] of Object.entries(known))
    if (!isDeepStrictEqual(value, (was as Record<string, unknown>)[key])) all[key] = value;
  return all as T;
}
