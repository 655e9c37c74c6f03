import { describe, expect, it } from 'vitest';
import { locale } from './locale.svelte.ts';
import { weekdayName } from './formats.ts';

describe('names of weekdays', () => {
  it('are long where long ones are asked for, also after short ones', () => {
    locale.use('en', []);
    expect([0, 1, 6].map((day) => weekdayName(day, 'short'))).toEqual(['Sun', 'Mon', 'Sat']);
    expect([0, 1, 6].map((day) => weekdayName(day, 'long'))).toEqual(['Sunday', 'Monday', 'Saturday']);
    expect(weekdayName(0, 'short')).toBe('Sun');
  });
});
