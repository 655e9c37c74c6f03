export interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** What it is and its value, in words; a point without it is part of the line only. */
  readonly label?: string;
  /** Radius, px. */
  readonly size?: number;
  /** An interval of `y`. */
  readonly low?: number;
  readonly high?: number;
}

export interface Line {
  readonly id: string;
  readonly points: readonly LinePoint[];
  readonly color: string;
  readonly look: 'line' | 'dashed' | 'dotted';
}

export const DASHES = { line: undefined, dashed: '7 4', dotted: '2 4' } as const;

/** An axis: its ends, and the values that get a name. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** What is measured along it. */
  readonly name?: string;
}
