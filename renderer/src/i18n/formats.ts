import { DAY_MS, studyDay, type StudyClock } from '../../../core/domain/study/study-day.ts';
import { locale, t, type Language } from './locale.svelte.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SOON = 45_000;
const TAGS: Record<Language, string> = { th: 'th-TH-u-ca-buddhist', en: 'en-GB' };

// Intl objects are slow to make and are asked for hundreds of times a view.
const made = new Map<string, unknown>();
function once<T>(name: string, make: (tag: string) => T): T {
  const key = `${locale.language}:${name}`;
  if (!made.has(key)) made.set(key, make(TAGS[locale.language]));
  return made.get(key) as T;
}

export const number = (value: number, digits = 0): string =>
  once(`n${digits}`, (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits })).format(value);

/** A share of 0 to 1, as “38 %”, or with more digits “90.8 %”. The number and its sign stay together. */
export const percent = (share: number, digits = 0): string => `${number(share * 100, digits)}\u00a0%`;

const dates = (options: Intl.DateTimeFormatOptions) =>
  once(JSON.stringify(options), (tag) => new Intl.DateTimeFormat(tag, options));

/** “8 Dec 2026”, in Thai with the Buddhist year. */
export const shortDate = (at: number): string =>
  yearOnly(dates({ day: 'numeric', month: 'short', year: 'numeric' }), at);
/** “Tuesday, 24 November 2026”. */
export const longDate = (at: number): string =>
  yearOnly(dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), at);
/** “8 Dec”. */
export const shortDay = (at: number): string => dates({ day: 'numeric', month: 'short' }).format(at);
/** “December 2026”. */
export const monthAndYear = (at: number): string => yearOnly(dates({ month: 'long', year: 'numeric' }), at);
/** “May”, in Thai พฤษภาคม. @param month 0 to 11 */
export const nameOfMonth = (month: number, length: 'long' | 'short' = 'long'): string =>
  once(`months ${length}`, (tag) => {
    const names = new Intl.DateTimeFormat(tag, { month: length, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, each) => names.format(Date.UTC(2018, each, 1)));
  })[month] ?? '';
/** A study day as files write it, whatever the language: “2026-12-08”. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** “2026”, in Thai the Buddhist year. */
export const yearName = (at: number): string => yearOnly(dates({ year: 'numeric' }), at);
/** “Mon” or “Monday”. @param weekday 0 (Sunday) to 6 */
export const weekdayName = (weekday: number, width: 'short' | 'long'): string =>
  dates({ weekday: width }).format(new Date(2023, 0, 1 + weekday, 12));
export const monthName = (at: number): string => dates({ month: 'short' }).format(at);

/** “09:05”. */
export const timeOfDay = (at: number): string =>
  dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
/** “24 Nov 2026, 09:05”, in Thai “24 พ.ย. 2569 เวลา 09:05 น.”. */
export const dateAndTime = (at: number): string => t('date.withTime', shortDate(at), timeOfDay(at));

/** Bytes of a file as “1.2 MB”. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return bytes < 1_000_000_000 ? `${number(bytes / 1_000_000, 1)} MB` : `${number(bytes / 1_000_000_000, 1)} GB`;
}

/** Leaves out the era's name, which Thai readers do not write after a plain date. */
function yearOnly(format: Intl.DateTimeFormat, at: number): string {
  return format
    .formatToParts(at)
    .filter((part) => part.type !== 'era')
    .map((part) => part.value)
    .join('')
    .trim();
}

/** The learner's study clock at an instant: this machine's time zone and the chosen rollover hour. */
const studyClock = (at: number, rolloverHour: number): StudyClock => ({
  utcOffsetMin: -new Date(at).getTimezoneOffset(),
  rolloverHour,
});

/** The study day of an instant, on this machine. */
export const studyDayAt = (at: number, rolloverHour: number): number => studyDay(at, studyClock(at, rolloverHour));

/** Noon of a study day on this machine, for naming its date. */
export function noonOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12).getTime();
}

/** Some study days in a row: “3–17 October 2026”, in Thai with the Buddhist year. */
export function dayRange(from: number, to: number): string {
  const format = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  return format
    .formatRangeToParts(noonOf(from), noonOf(to))
    .filter((part) => part.type !== 'era')
    .map((part) => part.value)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(\d+) – (?=\d+ )/u, '$1–')
    .trim();
}

/** When something comes, in words: “in 10 minutes”, “tomorrow”, “in 15 days · 8 Dec 2026”. */
export function dueWords(due: number, now: number, rolloverHour: number): string {
  const relative = once('r', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const wait = due - now;
  if (wait <= 0) return t('due.now');
  if (wait < SOON) return t('due.soon');
  if (wait < HOUR) return relative.format(Math.round(wait / MINUTE), 'minute');
  const days = studyDayAt(due, rolloverHour) - studyDayAt(now, rolloverHour);
  return days === 0 ? relative.format(Math.round(wait / HOUR), 'hour') : inDays(days, due);
}

/** How long ago something was: “just now”, “5 minutes ago”, “yesterday”; from a month on, and of a clock that is ahead, its date. */
export function agoWords(at: number, now: number): string {
  const relative = once('r', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const gone = now - at;
  if (gone >= 30 * DAY_MS || gone < -5 * MINUTE) return t('ago.on', shortDate(at));
  if (gone < MINUTE) return t('ago.now');
  if (gone < HOUR) return relative.format(-Math.floor(gone / MINUTE), 'minute');
  if (gone < DAY_MS) return relative.format(-Math.floor(gone / HOUR), 'hour');
  return relative.format(-Math.floor(gone / DAY_MS), 'day');
}

/** So many study days ahead: “tomorrow”, “in 15 days · 8 Dec 2026”. */
export function inDays(days: number, due: number): string {
  const words = once('r', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })).format(days, 'day');
  return days === 1 ? words : t('due.on', words, shortDate(due));
}

/** A span for a button: “10 min”, “6 days”, “1.2 months”. */
export function span(ms: number): string {
  const days = ms / DAY_MS;
  if (ms < HOUR) return t('span.minutes', number(Math.max(1, Math.round(ms / MINUTE))));
  if (days < 1) return t('span.hours', number(Math.round(ms / HOUR)));
  if (days < 31) return t('span.days', number(Math.round(days)));
  if (days < 365) return t('span.months', number(days / 30.44, 1));
  return t('span.years', number(days / 365.25, 1));
}

/** Days with a fraction, as the scheduler counts them. */
export const daysSpan = (days: number): string =>
  days < 1 ? span(days * DAY_MS) : t('span.days', number(days, days < 10 ? 1 : 0));
