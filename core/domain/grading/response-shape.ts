import { AppError } from '../errors.ts';
import type { Response } from '../question.ts';

/*
 * A response comes from outside: its type says what it should be, these say what it is. All throw AppError `bad-input`
 * and name no text of the learner.
 */

export function refuse(reason: string): never {
  throw new AppError('bad-input', reason);
}

export function asText(response: Response): string {
  return typeof response === 'string' ? response : refuse('the response must be a text');
}

export function asTexts(response: Response, count: number): readonly string[] {
  const isList =
    Array.isArray(response) && response.length === count && response.every((item) => typeof item === 'string');
  return isList ? (response as readonly string[]) : refuse(`the response must be a list of ${count} texts`);
}

/** A list of ids of the question, none twice. */
export function asIds(response: Response, known: readonly { readonly id: string }[]): readonly string[] {
  if (!Array.isArray(response)) return refuse('the response must be a list of ids');
  const ids = response as readonly string[];
  if (new Set(ids).size !== ids.length) return refuse('an id stands twice in the response');
  for (const id of ids) findById(known, id);
  return ids;
}

/** Pairs of left and right id; each left side once, by the nature of a map. */
export function asPairs(response: Response): ReadonlyMap<string, string> {
  const isMap = typeof response === 'object' && response !== null && !Array.isArray(response);
  return isMap ? new Map(Object.entries(response)) : refuse('the response must map left ids to right ids');
}

export function findById<T extends { readonly id: string }>(known: readonly T[], id: unknown): T {
  return known.find((item) => item.id === id) ?? refuse('the response holds an unknown id');
}
