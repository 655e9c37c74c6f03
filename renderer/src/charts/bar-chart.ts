/** One part of a bar: `fill` is a colour, a token or HATCH. */
interface BarPart {
  readonly value: number;
  readonly fill: string;
}

export interface Bar {
  readonly id: string;
  /** What it is and its values, in words. */
  readonly label: string;
  /** From below. */
  readonly parts: readonly BarPart[];
  /** What stands under it; most bars have nothing. */
  readonly tick?: string;
  /** What stands over it. */
  readonly note?: string;
}

/** A line in a band of its own above the bars: a share of 0 to 1 for each bar that has one. */
export interface LineAbove {
  readonly shares: readonly (number | null)[];
  readonly least: number;
}

/** Pieces of a line that has gaps: places in a row that have a value. */
export function unbrokenRuns(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    if (at > 0 && values[at - 1] !== null) runs.at(-1)?.push(at);
    else runs.push([at]);
  });
  return runs;
}
