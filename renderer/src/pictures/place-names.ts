/** A rectangle, px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
/** A mark that wants its name beside it. */
export interface Wanting {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The room its name takes, px. */
  readonly name: number;
}

const LINE = 18;

/** Whether two areas share any point. */
export const overlap = (a: Area, b: Area): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/**
 * Finds room for names beside their marks: over no mark, no other name, nothing that is taken, and inside the area. Those that come
 * first choose first; a name without room has no place.
 * @param radius of a mark, px
 */
export function placeNames(
  wanting: readonly Wanting[],
  radius: number,
  width: number,
  height: number,
  taken: readonly Area[] = [],
): Map<string, Area> {
  const full = [...taken, ...wanting.map(({ x, y }) => around(x, y, radius))];
  const placed = new Map<string, Area>();
  for (const { id, x, y, name } of wanting) {
    const room = candidates(x, y, name, radius).find(
      (area) =>
        area.left >= 0 &&
        area.top >= 0 &&
        area.left + area.width <= width &&
        area.top + area.height <= height &&
        !full.some((other) => overlap(area, other)),
    );
    if (!room) continue;
    placed.set(id, room);
    full.push(room);
  }
  return placed;
}

const around = (x: number, y: number, radius: number): Area => ({
  left: x - radius,
  top: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** To the right, to the left, above, below, and the corners between. */
function candidates(x: number, y: number, width: number, radius: number): Area[] {
  const right = x + radius;
  const left = x - radius - width;
  const middle = x - width / 2;
  const above = y - radius - LINE;
  const below = y + radius;
  return [
    [right, y - LINE / 2],
    [left, y - LINE / 2],
    [middle, above],
    [middle, below],
    [right, above],
    [right, below],
    [left, above],
    [left, below],
  ].map(([at = 0, top = 0]) => ({ left: at, top, width, height: LINE }));
}
