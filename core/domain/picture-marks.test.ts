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
  ])('of %s are named and in its order, and hold nothing else', (picture, marks) => {
    expect(marksOf(pictures, picture)).toEqual(marks);
  });

  it.each(['no-such-picture', 'toString', ''])('there are none in "%s"', (picture) => {
    expect(marksOf(pictures, picture)).toEqual([]);
  });
});
