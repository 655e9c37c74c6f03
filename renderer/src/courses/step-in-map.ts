/** Where a mark stands in the window, px. */
export interface MarkPlace {
  readonly id: string;
  readonly left: number;
  readonly top: number;
}

/** The mark that an arrow key leads to: the next one or the one before, or the nearest in the row below or above. */
export function stepInMap(marks: readonly MarkPlace[], from: string, key: string): string | undefined {
  const at = marks.findIndex(({ id }) => id === from);
  const here = marks[at];
  if (!here) return undefined;
  switch (key) {
    case 'ArrowRight':
      return marks[at + 1]?.id;
    case 'ArrowLeft':
      return marks[at - 1]?.id;
    case 'Home':
      return marks[0]?.id;
    case 'End':
      return marks.at(-1)?.id;
    case 'ArrowDown':
      return nearest(
        rowOf(
          marks.filter(({ top }) => top > here.top),
          Math.min,
        ),
        here.left,
      );
    case 'ArrowUp':
      return nearest(
        rowOf(
          marks.filter(({ top }) => top < here.top),
          Math.max,
        ),
        here.left,
      );
    default:
      return undefined;
  }
}

function rowOf(marks: readonly MarkPlace[], which: (...tops: number[]) => number): readonly MarkPlace[] {
  const row = which(...marks.map(({ top }) => top));
  return marks.filter(({ top }) => top === row);
}

const nearest = (row: readonly MarkPlace[], left: number): string | undefined =>
  [...row].sort((a, b) => Math.abs(a.left - left) - Math.abs(b.left - left))[0]?.id;
