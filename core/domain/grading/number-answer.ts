import type { Bilingual } from '../question.ts';
import { type Finding, RIGHT, WRONG, wrongBecause } from './finding.ts';
import { tidy } from './normalise.ts';
import { readNumbers } from './number-reading.ts';

export interface AskedNumber {
  readonly answer: number;
  /** In the unit of the answer. */
  readonly tolerance: number;
  readonly unit?: Bilingual;
}

/** Right when |typed − answer| ≤ tolerance. Never close, and never converted between eras: 2535 is not 1992. */
export function judgeNumber(typed: string, { answer, tolerance, unit }: AskedNumber): Finding {
  if (typed.trim() === '') return WRONG;
  const values = readNumbers(typed, { th: tidy(unit?.th ?? ''), en: tidy(unit?.en ?? '').toLowerCase() });
  if (values.length === 0) return wrongBecause('not-a-number');
  // 19.6 − 19.5 is a hair above 0.1 in binary; a learner's decimals are not.
  const slack = 8 * Number.EPSILON * Math.max(1, Math.abs(answer));
  return values.some((value) => Math.abs(value - answer) <= tolerance + slack) ? RIGHT : WRONG;
}

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });

/** With thousands separated and the unit behind it; % stands close. */
export function showNumber(answer: number, unit?: Bilingual): Bilingual {
  const figure = format.format(answer);
  const withUnit = (name: string | undefined) =>
    name === undefined ? figure : `${figure}${name === '%' ? '' : ' '}${name}`;
  return { th: withUnit(unit?.th), en: withUnit(unit?.en) };
}
