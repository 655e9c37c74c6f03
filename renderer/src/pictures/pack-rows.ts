/** A stretch of a line, in any one unit. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A row for each stretch, from 0, in their order: the first in which it overlaps none, and stands at least `gap` from the next. */
export function packRows(stretches: readonly Stretch[], gap: number): number[] {
  const taken: Stretch[][] = [];
  return stretches.map((one) => {
    const isFree = (row: readonly Stretch[]) =>
      row.every(({ from, to }) => to + gap <= one.from || one.to + gap <= from);
    const free = taken.findIndex(isFree);
    const row = free >= 0 ? free : taken.length;
    (taken[row] ??= []).push(one);
    return row;
  });
}
