import type { Spot } from './nearest-mark.ts';

const ROUNDS = 200;

/**
 * Moves marks apart until no two are nearer than `gap`, as little as needed and never out of the area.
 * @returns the same marks, in their order; the same marks give the same places
 */
export function spreadMarks(spots: readonly Spot[], gap: number, width: number, height: number): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  const inside = (at: number, size: number) => Math.min(Math.max(at, gap / 2), Math.max(gap / 2, size - gap / 2));
  for (let round = 0; round < ROUNDS; round += 1) {
    let crowded = false;
    moved.forEach((one, index) => {
      for (const other of moved.slice(index + 1)) {
        const dx = other.x - one.x;
        const dy = other.y - one.y;
        const apart = Math.hypot(dx, dy);
        if (apart >= gap) continue;
        crowded = true;
        // A hair more than half of what is missing, so that it ends; marks on one point part sideways.
        const push = (gap - apart) / 2 + 0.05;
        const [ux, uy] = apart === 0 ? [1, 0] : [dx / apart, dy / apart];
        one.x = inside(one.x - ux * push, width);
        one.y = inside(one.y - uy * push, height);
        other.x = inside(other.x + ux * push, width);
        other.y = inside(other.y + uy * push, height);
      }
    });
    if (!crowded) break;
  }
  return moved;
}
