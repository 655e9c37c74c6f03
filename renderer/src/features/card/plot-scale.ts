/** A value between two others, in px between two others. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start);

const STEPS = [1, 2, 5];

/** Round values from 0 to a little over `max`, about three of them. */
export function roundTicks(max: number): number[] {
  const rough = Math.max(max, 1e-6) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((factor) => factor * power).find((wide) => wide >= rough) ?? 10 * power;
  const count = Math.ceil(max / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Instants for labels along an axis, so many px apart at least. */
export function timeTicks([from, to]: readonly [number, number], width: number, apart: number): number[] {
  const spaces = Math.max(1, Math.floor(width / apart));
  return Array.from({ length: spaces + 1 }, (_, index) => from + ((to - from) * index) / spaces);
}

export interface PlotPoint {
  readonly at: number;
  readonly value: number;
}

/** The `d` of a line through points; of one that stays until the next point, `stepped`. */
export function linePath(
  points: readonly PlotPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
  stepped = false,
): string {
  return points
    .map(({ at, value }, index) => {
      const [px, py] = [x(at).toFixed(1), y(value).toFixed(1)];
      if (index === 0) return `M${px} ${py}`;
      return stepped ? `H${px}V${py}` : `L${px} ${py}`;
    })
    .join('');
}
