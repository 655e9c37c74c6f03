import { BE_OFFSET } from '../../../core/domain/text/years.ts';
import { keepDates } from '../../../core/domain/unbroken.ts';
import { nameOfMonth } from './formats.ts';
import { locale } from './locale.svelte.ts';

/** A year of the Common Era in the era of the language: “1992”, “พ.ศ. 2535”. */
export const eraYear = (year: number): string =>
  locale.language === 'th' ? keepDates(`พ.ศ. ${year + BE_OFFSET}`) : String(year);
/** The same without the era's name, for axes. */
export const bareYear = (year: number): string => String(locale.language === 'th' ? year + BE_OFFSET : year);

/** An ISO date as precise as its source: “15 May 1992”, “June 2006”, “15 พฤษภาคม พ.ศ. 2535”; on one line. */
export function sourceDate(iso: string): string {
  const [year = 0, month, day] = iso.split('-').map(Number);
  if (month === undefined) return eraYear(year);
  const words = [nameOfMonth(month - 1), eraYear(year)];
  return keepDates((day === undefined ? words : [String(day), ...words]).join(' '));
}
