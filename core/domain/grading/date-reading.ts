import { BE_OFFSET, type Era } from '../text/years.ts';
import { type DateWord, readDateWords } from './date-words.ts';

export interface YearMention {
  /** As written: 2535 of "พ.ศ. 2535" and of a bare "2535". */
  readonly value: number;
  readonly era?: Era;
}

/** One way to read what was typed. No year, one, or the same year twice in two eras; month and day from 1. */
export interface DateReading {
  readonly years: readonly YearMention[];
  readonly month?: number;
  readonly day?: number;
}

/**
 * Every way to read a written date: any mix of Thai and English months, either era, day first when all is numeric,
 * year first as in ISO, ordinals, Thai digits. Empty when it is no date, or one that no calendar has (31 Feb).
 * Two-digit years are not years (35 may be 1935, 1992 or 2535): such a date is read as one without a year.
 */
export function readDate(text: string): DateReading[] {
  const words = readDateWords(text);
  if (words === undefined || words.some((word) => word.kind === 'number' && word.digits > 4)) return [];
  const parts = readDayAndMonth(words);
  if (parts === undefined) return [];
  return assignEras(words)
    .map((years) => ({ years, ...parts }))
    .filter(isPossible);
}

const isYear = (word: DateWord | undefined): boolean => word?.kind === 'number' && word.digits >= 3;

type DayAndMonth = Pick<DateReading, 'day' | 'month'>;

/** Undefined when the numbers stand in no known order. */
function readDayAndMonth(words: readonly DateWord[]): DayAndMonth | undefined {
  const months = new Set(words.flatMap((word) => (word.kind === 'month' ? [word.value] : [])));
  const small = words.flatMap((word) => (word.kind === 'number' && !isYear(word) ? [word.value] : []));
  const [month] = months;
  const [first = 0, second = 0] = small;
  if (month !== undefined) {
    if (months.size > 1 || small.length > (words.some(isYear) ? 1 : 2)) return undefined;
    return small.length === 0 ? { month } : { day: first, month };
  }
  // S: a small number, Y: a year, in one era or two.
  const order = words.flatMap((word) => (word.kind === 'number' ? [isYear(word) ? 'Y' : 'S'] : [])).join('');
  switch (order.replace('YY', 'Y')) {
    case 'Y':
    case 'S':
      return {};
    case 'SY':
    case 'YS':
      return { month: first };
    case 'SS':
    case 'SSS':
    case 'SSY':
      return { day: first, month: second };
    case 'YSS':
      return { month: first, day: second };
    default:
      return undefined;
  }
}

/**
 * The years with the eras named beside them. An era may stand before or after its year, so "1992 B.E. 2535" has two
 * readings; an era beside no year, or two for one year, has none.
 */
function assignEras(words: readonly DateWord[]): YearMention[][] {
  const years = words.flatMap((word, i) => (isYear(word) ? [i] : []));
  if (years.length > 2) return [];
  let readings: ReadonlyMap<number, Era>[] = [new Map()];
  words.forEach((word, i) => {
    if (word.kind !== 'era') return;
    const beside = [i + 1, i - 1].filter((place) => isYear(words[place]));
    readings = readings.flatMap((named) =>
      beside.filter((place) => !named.has(place)).map((place) => new Map([...named, [place, word.era]])),
    );
  });
  return readings.map((named) => years.map((place) => mention(words[place], named.get(place))));
}

function mention(word: DateWord | undefined, era: Era | undefined): YearMention {
  const value = word?.kind === 'number' ? word.value : 0;
  return era === undefined ? { value } : { value, era };
}

/** Without a year 29 February may exist; a bare year may be of either era. */
function isPossible({ years, month, day }: DateReading): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  const candidates = years.flatMap(({ value, era }) => [
    ...(era === 'BE' ? [] : [value]),
    ...(era === 'CE' ? [] : [value - BE_OFFSET]),
  ]);
  const longest = Math.max(...(candidates.length === 0 ? [2000] : candidates).map((year) => daysIn(year, month)));
  return day >= 1 && day <= longest;
}

/** Gregorian; 31 where the month is not known. */
function daysIn(year: number, month: number | undefined): number {
  if (month === undefined) return 31;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
