import { describe, expect, it } from 'vitest';
import type { CourseMap, TimelineEvent } from './map-places.ts';
import { firstStep, stepsOf } from './map-steps.ts';
import type { MemberState } from './member-bars.ts';

const both = (text: string) => ({ th: text, en: text });
const event = (id: string, date: string): TimelineEvent => ({
  id,
  date,
  theme: 'treaty',
  title: both(id),
  evidence: [],
});
const member = (id: string, from: string, to: string | null): MemberState => ({
  id,
  name: both(id),
  spans: [{ from, to, evidence: [] }],
});
const map: CourseMap = {
  width: 100,
  height: 50,
  lands: [],
  disputed: [],
  steps: ['signed', 'left', 'charter'],
  places: [
    {
      id: 'tashkent',
      name: both('Tashkent'),
      state: both('U'),
      kind: 'city',
      at: [1, 1],
      events: ['signed'],
      notes: [],
    },
    {
      id: 'chisinau',
      name: both('Chisinau'),
      state: both('M'),
      kind: 'city',
      at: [2, 2],
      events: ['charter'],
      notes: [],
    },
  ],
};
const timeline = [event('signed', '1992-05-15'), event('left', '1999-04-02'), event('charter', '2002-10-07')];
const members = [member('russia', '1992-05-15', null), member('georgia', '1993', '1999-04-02')];
const steps = stepsOf(map, timeline, members);

describe('the moments of the map', () => {
  it('have their places and the states that took part then', () => {
    expect(steps.map(({ event: { id }, places, members: own }) => [id, places, [...own]])).toEqual([
      ['signed', ['tashkent'], ['russia']],
      ['left', [], ['russia']],
      ['charter', ['chisinau'], ['russia']],
    ]);
    const [during] = stepsOf({ ...map, steps: ['between'] }, [event('between', '1995')], members);
    expect([...(during?.members ?? [])]).toEqual(['russia', 'georgia']);
  });

  it('begin with the last, or with the place that is emphasised', () => {
    expect(firstStep(steps, [])).toBe(2);
    expect(firstStep(steps, ['tashkent'])).toBe(0);
    expect(firstStep(steps, ['nowhere'])).toBe(2);
    expect(firstStep([], [])).toBe(0);
  });
});
