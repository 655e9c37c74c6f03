import { beforeEach, describe, expect, it } from 'vitest';
import { dueWords, inDays, longDate, percent, shortDate, span } from './formats.ts';
import { locale, t } from './locale.svelte.ts';

const MINUTE = 60_000;
const NOON = new Date(2026, 10, 23, 12).getTime();

describe('the language', () => {
  it('is Thai for a system that names Thai at all, else English', () => {
    locale.use('system', ['en-US', 'th']);
    expect(locale.language).toBe('th');
    locale.use('system', ['de-DE']);
    expect(locale.language).toBe('en');
    locale.use('th', ['en']);
    expect(t('nav.today')).toBe('วันนี้');
  });

  it('counts in English', () => {
    locale.use('en');
    expect(t('today.streak', 1)).toBe('1 day in a row');
    expect(t('today.streak', 1200)).toBe('1,200 days in a row');
  });
});

describe('dates', () => {
  beforeEach(() => locale.use('th'));

  it('have the Buddhist year in Thai and the common one in English', () => {
    expect(longDate(NOON)).toBe('วันจันทร์ที่ 23 พฤศจิกายน 2569');
    expect(shortDate(NOON)).toBe('23 พ.ย. 2569');
    locale.use('en');
    expect(longDate(NOON)).toBe('Monday, 23 November 2026');
    expect(shortDate(NOON)).toBe('23 Nov 2026');
  });

  it('say the days that were promised, also minutes before the study day ends', () => {
    locale.use('en');
    expect(inDays(1, NOON)).toBe('tomorrow');
    expect(inDays(8, new Date(2026, 11, 1, 4).getTime())).toBe('in 8 days · 1 Dec 2026');
    locale.use('th');
    expect(inDays(8, new Date(2026, 11, 1, 4).getTime())).toMatch(/8 วัน.* · 1 ธ\.ค\. 2569$/);
  });

  it('say when a question comes by the study day, not by the calendar', () => {
    locale.use('en');
    const night = new Date(2026, 10, 23, 23, 50).getTime();
    const beforeRollover = new Date(2026, 10, 24, 1, 50).getTime();
    const afterRollover = new Date(2026, 10, 24, 4, 0).getTime();
    expect(dueWords(night + 10 * MINUTE, night, 4)).toBe('in 10 minutes');
    expect(dueWords(beforeRollover, night, 4)).toBe('in 2 hours');
    expect(dueWords(afterRollover, night, 4)).toBe('tomorrow');
    expect(dueWords(new Date(2026, 11, 8, 4).getTime(), NOON, 4)).toBe('in 15 days · 8 Dec 2026');
    locale.use('th');
    expect(dueWords(new Date(2026, 11, 8, 4).getTime(), NOON, 4)).toMatch(/15 วัน.* · 8 ธ\.ค\. 2569$/);
  });
});

it('shows spans and shares short', () => {
  locale.use('en');
  expect(
    [MINUTE, 10 * MINUTE, 90 * MINUTE, 24 * 60 * MINUTE, 15 * 24 * 60 * MINUTE, 37 * 24 * 60 * MINUTE].map(span),
  ).toEqual(['1 min', '10 min', '2 h', '1 day', '15 days', '1.2 months']);
  expect(percent(0.913)).toBe('91\u00a0%');
});
