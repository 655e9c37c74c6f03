import { AppError } from '../../../domain/errors.ts';
import type { Rest } from '../folder/state-digest.ts';
import { MAX_COMPRESSED, type ObjectStore } from './object-store.ts';

/** Keeps what a state holds beside its cards, so that a later backup can be proved against it. Returns the object. */
export async function keepRest(objects: ObjectStore, rest: Rest): Promise<string> {
  const { settings, looks, records, reviewsTotal, days } = rest;
  const lessons = rest.lessons.filter(({ state }) => state !== null).map(({ id, state }) => ({ id, state }));
  const bytes = Buffer.from(JSON.stringify({ settings, looks, records, reviewsTotal, days, lessons }));
  if (bytes.length <= MAX_COMPRESSED) return objects.put(bytes);
  return (
    await objects.putWhole(
      () => [bytes],
      () => undefined,
    )
  ).hash;
}

type Old = Omit<Rest, 'looks' | 'records'> & Partial<Pick<Rest, 'looks' | 'records'>>;

/** @throws AppError `data-corrupt` */
export async function readRest(objects: ObjectStore, hash: string): Promise<Rest> {
  try {
    const {
      lessons,
      looks = [],
      records = [],
      ...rest
    } = JSON.parse((await objects.readAll(hash)).toString('utf8')) as Old;
    // One of an older app knows of no looks or records: what follows from it proves nothing, and all is replayed.
    return { ...rest, looks, records, lessons: lessons.map(({ id, state }) => ({ id, state, trail: [] })) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('data-corrupt', 'the totals of a backup can not be read', {}, { cause });
  }
}
