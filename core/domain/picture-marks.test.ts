import { describe, expect, it } from 'vitest';
import { marksOf } from './picture-marks.ts';

const both = (text: string) => ({ th: text, en: text });
const pictures = {
  timeline: [{ id: 'signed', title: both('The treaty is signed'), date: '1992-05-15' }],
  bodies: [
    { id: 'council', name: both('Council'), group: 'statutory' },
    { id: 'staff', name: both('Staff'), group: 'permanent' },
  ],
  members: [{ id: 'armenia', name: both('Armenia'), spans: [] }],
  map: {
    width: 9,
    places: [
      { id: 'minsk', name: both('Minsk'), at: [1, 2] },
      { id: 'new-york', name: both('New York'), at: null },
    ],
  },
  exercises: [{ id: 'rubezh', name: both('Rubezh'), from: '2004' }],
  partners: [{ id: 'un', name: both('UN'), ring: 'documents' }],
};

describe('the marks of a picture', () => {
  it.each([
    ['timeline', [{ id: 'signed', name: both('The treaty is signed') }]],
    [
      'bodies',
      [
        { id: 'council', name: both('Council') },
        { id: 'staff', name: both('Staff') },
      ],
    ],
    ['members', [{ id: 'armenia', name: both('Armenia') }]],
    ['map', [{ id: 'minsk', name: both('Minsk') }]],
    ['calendar', [{ id: 'rubezh', name: both('Rubezh') }]],
    ['partners', [{ id: 'un', name: both('UN') }]],
  ])('of %s are named and in its order, and hold nothing else', (picture, marks) => {
    expect(marksOf(pictures, picture)).toEqual(marks);
  });

  it('there are none on the map of a course without one', () => {
    expect(marksOf({ ...pictures, map: null }, 'map')).toEqual([]);
  });

  it.each(['no-such-picture', 'toString', ''])('there are none in "%s"', (picture) => {
    expect(marksOf(pictures, picture)).toEqual([]);
  });
});
