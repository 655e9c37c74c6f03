import type { Bilingual } from '../question.ts';
import { BE_OFFSET } from '../text/years.ts';
import { type DateReading, readDate, type YearMention } from './date-reading.ts';
import { type Finding, RIGHT, WRONG, wrongBecause } from './finding.ts';
import { MONTHS } from './month-names.ts';

/** Common Era; as precise as it is asked for. */
interface AskedDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Right in either era and any usual way of writing it. Never close: one digit off is another date.
 *
 * @param answer ISO, Common Era: 1992, 1992-05 or 1992-05-15; that precision is asked for
 */
export function judgeDate(typed: string, answer: string): Finding {
  if (typed.trim() === '') return WRONG;
  const asked = parseAsked(answer);
  const findings = readDate(typed).map((reading) => judgeReading(reading, asked));
  if (findings.length === 0) return wrongBecause('not-a-date');
  return (
    findings.find(({ verdict }) => verdict === 'right') ?? findings.find(({ note }) => note !== undefined) ?? WRONG
  );
}

/** The date written out in both languages, each with the era of the other behind it. */
export function showDate(answer: string): Bilingual {
  const { year, month, day } = parseAsked(answer);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  const write = (...parts: (string | number | undefined)[]) => parts.filter((part) => part !== undefined).join(' ');
  return {
    th: write(day, name?.th, `พ.ศ. ${year + BE_OFFSET} (ค.ศ. ${year})`),
    en: write(day, name?.en, `${year} (B.E. ${year + BE_OFFSET})`),
  };
}

function parseAsked(answer: string): AskedDate {
  const [year = 0, month, day] = answer.split('-').map(Number);
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

function judgeReading({ years, month, day }: DateReading, asked: AskedDate): Finding {
  const yearAgrees = years.length > 0 && years.every((year) => agrees(year, asked.year));
  if (years.length > 0 && !yearAgrees && isEraMismatch(years, asked.year)) return wrongBecause('era-mismatch');
  const isIncomplete =
    years.length === 0 ||
    (asked.month !== undefined && month === undefined) ||
    (asked.day !== undefined && day === undefined);
  if (isIncomplete) return wrongBecause('date-incomplete');
  const isOther =
    !yearAgrees ||
    (asked.month !== undefined && month !== asked.month) ||
    (asked.day !== undefined && day !== asked.day);
  if (isOther) return WRONG;
  // What was asked for is right; the rest was not asked, so the course may not know it and it is not checked.
  const isTooPrecise =
    (asked.month === undefined && month !== undefined) || (asked.day === undefined && day !== undefined);
  return isTooPrecise ? { verdict: 'right', note: 'date-too-precise' } : RIGHT;
}

/** A bare year may be of either era; a named one only of its own. */
function agrees({ value, era }: YearMention, asked: number): boolean {
  return (era !== 'BE' && value === asked) || (era !== 'CE' && value === asked + BE_OFFSET);
}

/** An era is named and the number is the year's in the other one, or two years are given and only one is right. */
function isEraMismatch(years: readonly YearMention[], asked: number): boolean {
  return years.some(({ era }) => era !== undefined) && years.some(({ value }) => agrees({ value }, asked));
}
