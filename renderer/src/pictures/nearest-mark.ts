/** The middle of a mark. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What lies aside of the arrow counts this much more than what lies ahead. */
const ASIDE = 2.5;
/** Spots nearer than this along the arrow, px, are not ahead. */
const LEVEL = 2;

/** Along and across the arrow. */
const AHEAD: Readonly<Record<string, (dx: number, dy: number) => readonly [number, number]>> = {
  ArrowRight: (dx, dy) => [dx, dy],
  ArrowLeft: (dx, dy) => [-dx, dy],
  ArrowDown: (dx, dy) => [dy, dx],
  ArrowUp: (dx, dy) => [-dy, dx],
};

/** Where a key leads: an arrow to the nearest spot that way, or, where none is, to the next or last before it in their order. */
export function nearestMark(spots: readonly Spot[], from: string, key: string): string | undefined {
  if (key === 'Home') return spots[0]?.id;
  if (key === 'End') return spots.at(-1)?.id;
  const at = spots.findIndex(({ id }) => id === from);
  const here = spots[at];
  const turned = AHEAD[key];
  if (!here || !turned) return undefined;
  const ahead = spots.flatMap(({ id, x, y }) => {
    const [along, across] = turned(x - here.x, y - here.y);
    return along > LEVEL ? [{ id, cost: along + ASIDE * Math.abs(across) }] : [];
  });
  if (ahead.length > 0) return ahead.reduce((best, one) => (one.cost < best.cost ? one : best)).id;
  return (key === 'ArrowRight' || key === 'ArrowDown' ? spots[at + 1] : spots[at - 1])?.id;
}
