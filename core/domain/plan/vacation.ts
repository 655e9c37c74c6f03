import type { Vacation } from '../settings.ts';

/** The vacation a study day falls into; of several that which lasts longest; null: none. */
export function vacationOn(vacations: readonly Vacation[], day: number): Vacation | null {
  const on = vacations.filter(({ from, to }) => from <= day && day <= to);
  return on.reduce<Vacation | null>((longest, one) => (longest && longest.to >= one.to ? longest : one), null);
}

/** The next vacation that begins after a day and within so many days; null: none. */
export function vacationAfter(vacations: readonly Vacation[], day: number, within: number): Vacation | null {
  const soon = vacations.filter(({ from, to }) => from > day && from <= day + within && to >= from);
  return soon.reduce<Vacation | null>((first, one) => (first && first.from <= one.from ? first : one), null);
}

/**
 * The vacations when that of a day ends with the day before it: what was still to come of it is left out.
 * @returns null where the day is none of a vacation
 */
export function withoutVacationFrom(vacations: readonly Vacation[], day: number): readonly Vacation[] | null {
  if (!vacationOn(vacations, day)) return null;
  return vacations
    .map((one) => (one.from <= day && day <= one.to ? { ...one, to: day - 1 } : one))
    .filter(({ from, to }) => from <= to);
}
