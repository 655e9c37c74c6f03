import { describe, expect, it } from 'vitest';
import { blueprintOf, TEMPLATES } from './templates.ts';

const lessons = (count: number) => Array.from({ length: count }, (_, at) => `l${at + 1}`);
const sizes = (template: (typeof TEMPLATES)[number], count: number) =>
  blueprintOf(template, lessons(count)).parts.map((part) => part.lessons.length);

describe.each(TEMPLATES)('%s', (template) => {
  it.each([1, 2, 3, 5, 14, 40])('has every one of %i lessons once, in order, and no empty part', (count) => {
    const { parts } = blueprintOf(template, lessons(count));
    expect(parts.flatMap((part) => part.lessons)).toEqual(lessons(count));
    for (const part of parts) expect(part.lessons.length).toBeGreaterThan(0);
  });

  it('of a course without lessons has no parts', () => {
    expect(blueprintOf(template, []).parts).toEqual([]);
  });
});

it('a course exam is balanced over the lessons, whatever part they are in', () => {
  const { parts } = blueprintOf('course', lessons(14));
  expect(parts.map(({ weight, lessons: { length } }) => weight / length)).toEqual([1, 1, 1, 1]);
  expect(sizes('course', 14)).toEqual([4, 3, 4, 3]);
});

it('civil service: 100 questions in 180 minutes, 50 / 25 / 25', () => {
  const blueprint = blueprintOf('civil-service', lessons(14));
  expect(blueprint).toMatchObject({ questions: 100, minutes: 180, kinds: 'all' });
  expect(blueprint.parts.map(({ weight }) => weight)).toEqual([50, 25, 25]);
  expect(sizes('civil-service', 14)).toEqual([7, 4, 3]);
});
