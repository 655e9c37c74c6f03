/** Buddhist years are Common Era years + 543. */
export const BE_OFFSET = 543;

/** BE: Buddhist era. CE: Common Era. */
export type Era = 'BE' | 'CE';

/** Of a bare number: up to this it is a year of the Common Era, from there on one of the Buddhist era. */
const FIRST_YEAR = 1000;
const LAST_CE = 2100;
const LAST_BE = 2643;

/** A year in a search form: where it stands, the word for its era counted in, and which it is. */
export interface YearMention {
  readonly at: number;
  readonly length: number;
  readonly value: number;
  readonly era: Era;
}

const FOUR_DIGITS = /(?<!\d)\d{4}(?!\d)/g;
const BEFORE = 24;
const AFTER = 16;

const ERA_BEFORE = /(?:(พ\.?ศ\.?|พุทธศักราช|(?<![a-z])b\.?e\.?)|(ค\.?ศ\.?|คริสต์ศักราช|(?<![a-z])(?:c\.?e|a\.?d)\.?)) ?$/;
const ERA_AFTER = /^ ?(?:(พ\.?ศ\.?|b\.e\.?|be(?![a-z]))|(ค\.?ศ\.?|c\.?e\.?(?![a-z])|a\.?d\.?(?![a-z])))/;
/** The last signs of the words and signs below: without one of them nothing is looked for in what stands before. */
const SAYS_SOMETHING = /[a-z_.$€£¥฿₿#№ศชาอ]|\u0E48/;
const TOUCHES = /[a-z_]/;
/** A Latin letter that touches it makes it a name (s1992), a sign before it an amount or a number of something. */
const NO_YEAR_BEFORE =
  /[$€£¥฿₿#№] ?$|(?:หน้า|มาตรา|ข้อ|เลขที่|ฉบับที่|(?<![a-z])(?:page|p\.|pp\.|no\.|nr\.|article|item|chapter|room|route)) ?$/;
/** 3.1992 is a number, 15.5.1992 a day. */
const DECIMAL_BEFORE = /\d\.$/;
const DAY_BEFORE = /(?<!\d)\d{1,2}\.\d{1,2}\.$/;
/** 1992.5 and 1992,000 are numbers; 1992.05.15 is a day and 1992,1993 a list. */
const DECIMAL_AFTER = /^[.,]\d/;
const DAY_AFTER = /^(?:\.\d{1,2}\.\d{1,2}(?!\d)|,\d{4}(?!\d))/;
const UNIT_AFTER =
  /^(?:[a-z_](?<!s)| ?[%‰°]| ?(?:คน|นาย|ราย|บาท|ดอลลาร์|ยูโร|กิโลเมตร|กม\.|เมตร|กิโลกรัม|กก\.|ตัน|ครั้ง|ตัว|เล่ม|ชิ้น|คำ|ข้อ|หน้า|วัน|ปี|ชั่วโมง|นาที|พัน|หมื่น|แสน|ล้าน)| (?:km|m|cm|mm|kg|g|mg|t|l|ml|ha|mi|ft|kw|mw|hz|mb|gb|usd|eur|baht|dollars?|euros?|metres?|meters?|kilometres?|kilometers?|miles?|tons?|tonnes?|people|persons?|men|women|soldiers|troops|members|states|times|pages|words|questions|cards|days|hours|minutes|years|hundred|thousand|million|billion|percent)(?![a-z]))/;

/** The year that a number of four digits at a place of a search form is; null where it is none. */
export function yearAt(form: string, at: number): YearMention | null {
  for (let i = -1; i <= 4; i++) if (isDigit(form.charCodeAt(at + i)) !== (i >= 0 && i < 4)) return null;
  const value = Number(form.slice(at, at + 4));
  const before = form.slice(Math.max(0, at - BEFORE), at);
  const after = form.slice(at + 4, at + 4 + AFTER);
  const isSaid = SAYS_SOMETHING.test(before.endsWith(' ') ? before.slice(-2, -1) : before.slice(-1));
  if (isSaid && DECIMAL_BEFORE.test(before) && !DAY_BEFORE.test(before)) return null;
  if (DECIMAL_AFTER.test(after) && !DAY_AFTER.test(after)) return null;
  const named = (isSaid ? eraBefore(before) : null) ?? eraAfter(after, value);
  if (named) return { at: at - named.before, length: named.before + 4 + named.after, value, era: named.era };
  if (isSaid && (TOUCHES.test(before.slice(-1)) || NO_YEAR_BEFORE.test(before))) return null;
  if (UNIT_AFTER.test(after) || value < FIRST_YEAR || value > LAST_BE) return null;
  return { at, length: 4, value, era: value <= LAST_CE ? 'CE' : 'BE' };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function eraBefore(before: string) {
  const [word, thai] = ERA_BEFORE.exec(before) ?? [];
  return word === undefined
    ? null
    : ({ era: thai === undefined ? 'CE' : 'BE', before: word.length, after: 0 } as const);
}

function eraAfter(after: string, value: number) {
  const [behind, buddhist] = ERA_AFTER.exec(after) ?? [];
  // "in 1992 be …" is no era: without dots, the word says something of a Buddhist year only.
  if (behind === undefined || (/be$/.test(behind) && value <= LAST_CE)) return null;
  return { era: buddhist === undefined ? 'CE' : 'BE', before: 0, after: behind.length } as const;
}

/** All years in a search form. */
export function yearsIn(form: string): YearMention[] {
  return [...form.matchAll(FOUR_DIGITS)].flatMap(({ index }) => yearAt(form, index) ?? []);
}

/** The same year in the other era; null where that has not four digits. */
export function otherEra({ value, era }: Pick<YearMention, 'value' | 'era'>): { value: number; era: Era } | null {
  const other = era === 'BE' ? value - BE_OFFSET : value + BE_OFFSET;
  return other >= FIRST_YEAR && other <= 9999 ? { value: other, era: era === 'BE' ? 'CE' : 'BE' } : null;
}
