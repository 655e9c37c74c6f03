const MONTHS = 12;

/** A date on an axis of years: 1992.5 is the middle of 1992. It is somewhere from `from` to `to`. */
export interface PlacedDate {
  readonly from: number;
  readonly to: number;
  readonly precision: 'year' | 'month' | 'day';
}

/** Places an ISO date that is as precise as its source: "1992", "1992-05" or "1992-05-15". */
export function placeDate(iso: string): PlacedDate {
  const [year = 0, month, day] = iso.split('-').map(Number);
  if (month === undefined) return { from: year, to: year + 1, precision: 'year' };
  if (day === undefined) return { from: year + (month - 1) / MONTHS, to: year + month / MONTHS, precision: 'month' };
  const from = year + dayOfYear(year, month, day) / daysIn(year);
  return { from, to: from + 1 / daysIn(year), precision: 'day' };
}

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** The first of `years` to the last, each once. */
export const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

/** Days before this one in its year. */
const dayOfYear = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000);
const daysIn = (year: number): number => Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
