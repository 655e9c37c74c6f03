import { describe, expect, it } from 'vitest';
import { calendarYears, type Exercise } from './calendar-years.ts';

const exercise = (id: string, from: string, to: string | null = null, partOf: string | null = null): Exercise => ({
  id,
  name: { th: id, en: id },
  from,
  to,
  yearly: false,
  partOf,
  where: null,
  about: { th: id, en: id },
  evidence: [],
});
const exercises = [
  exercise('yearly', '2004'),
  exercise('june', '2018-06'),
  exercise('long', '2018-10-01', '2018-11-02'),
  exercise('short', '2018-10-10', '2018-10-13', 'long'),
  exercise('december', '2018-12'),
];
const years = calendarYears(exercises, 600, () => 100);
const placed = (id: string) => years.flatMap((year) => year.exercises).find((one) => one.exercise.id === id)!;

describe('the calendar of exercises', () => {
  it('has only years with exercises', () => {
    expect(years.map(({ year }) => year)).toEqual([2004, 2018]);
  });

  it('fills the year where only the year is known, and the month where only the month is', () => {
    expect(placed('yearly')).toMatchObject({ left: 0, width: 1, yearOnly: true });
    expect(placed('june').left).toBeCloseTo(5 / 12);
    expect(placed('june').width).toBeCloseTo(1 / 12);
  });

  it('draws days at their place, never thinner than can be pressed', () => {
    expect(placed('long').left).toBeCloseTo(273 / 365);
    expect(placed('long').width).toBeCloseTo(33 / 365);
    expect(placed('short').width * 600).toBe(14);
  });

  it('sets names where the year has room, and what would overlap into rows', () => {
    expect(placed('june').before).toBe(false);
    expect(placed('december').before).toBe(true);
    const [busy] = calendarYears([exercise('a', '2010-05'), exercise('b', '2010-05')], 600, () => 100);
    expect(busy?.exercises.map(({ row }) => row)).toEqual([0, 1]);
  });

  it('sets a part below all that are none, even where it would have room', () => {
    const wholes = ['june', 'long', 'december'].map((id) => placed(id).row);
    expect(placed('short').row).toBe(Math.max(...wholes) + 1);
    expect(years[1]!.rows).toBe(Math.max(...wholes) + 2);
  });
});
