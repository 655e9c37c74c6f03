/** The least gap between two places that are kept apart. */
const LEAST = 1e-6;

/**
 * New places for things that are put in another order, so that as few as can be get one: two devices that each move another thing do not
 * meet. Places are growing numbers.
 * @param ids in the order wanted @param known the place of each, where it has one
 * @returns the places that change
 */
export function changedPlaces(ids: readonly string[], known: ReadonlyMap<string, number>): Map<string, number> {
  const kept = keptInOrder(ids, known);
  const changed = new Map<string, number>();
  for (let at = 0; at < ids.length;) {
    if (kept.has(ids[at]!)) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < ids.length && !kept.has(ids[end]!)) end += 1;
    const before = at === 0 ? undefined : known.get(ids[at - 1]!)!;
    const after = end === ids.length ? undefined : known.get(ids[end]!)!;
    const [from, step] = spread(before, after, end - at);
    if (step < LEAST) return all(ids, known);
    for (let i = at; i < end; i++) changed.set(ids[i]!, from + step * (i - at + 1));
    at = end;
  }
  return changed;
}

/** Where the first of some things between two places begins to be counted from, and how far they are apart. */
function spread(before: number | undefined, after: number | undefined, count: number): readonly [number, number] {
  if (before !== undefined && after !== undefined) return [before, (after - before) / (count + 1)];
  if (after !== undefined) return [after - count - 1, 1];
  return [before ?? 0, 1];
}

/** There is no room left between some: all are counted anew. */
const all = (ids: readonly string[], known: ReadonlyMap<string, number>) =>
  new Map(ids.flatMap((id, i) => (known.get(id) === i + 1 ? [] : [[id, i + 1] as const])));

/** The most of them that stand in the order wanted already: the longest run whose places grow. */
function keptInOrder(ids: readonly string[], known: ReadonlyMap<string, number>): ReadonlySet<string> {
  const runs: { readonly id: string; readonly length: number; readonly before: number }[] = [];
  let best = -1;
  for (const id of ids) {
    const place = known.get(id);
    if (place === undefined) {
      runs.push({ id, length: 0, before: -1 });
      continue;
    }
    let before = -1;
    for (const [i, run] of runs.entries())
      if (run.length > (runs[before]?.length ?? 0) && known.get(run.id)! < place) before = i;
    runs.push({ id, length: (runs[before]?.length ?? 0) + 1, before });
    if (runs.at(-1)!.length > (runs[best]?.length ?? 0)) best = runs.length - 1;
  }
  const kept = new Set<string>();
  for (let at = best; at >= 0; at = runs[at]!.before) kept.add(runs[at]!.id);
  return kept;
}
