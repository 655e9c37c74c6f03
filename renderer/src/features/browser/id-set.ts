/** Names of cards, each once. A set is replaced, never changed. */
export type IdSet = ReadonlySet<string>;
export const NONE: IdSet = new Set();
export const idSet = (ids: Iterable<string>): IdSet => new Set(ids);

/** With this one where it was not in, without it where it was. */
export function toggled(ids: IdSet, id: string): IdSet {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}
