import { describe, expect, it } from 'vitest';
import { nearestMark, type Spot } from './nearest-mark.ts';

const spots: Spot[] = [
  { id: 'north', x: 50, y: 0 },
  { id: 'west', x: 0, y: 50 },
  { id: 'middle', x: 50, y: 50 },
  { id: 'near-east', x: 80, y: 90 },
  { id: 'east', x: 100, y: 52 },
];

describe('where an arrow key leads in a picture', () => {
  it.each([
    ['middle', 'ArrowUp', 'north'],
    ['middle', 'ArrowLeft', 'west'],
    ['middle', 'ArrowRight', 'east'],
    ['middle', 'ArrowDown', 'near-east'],
    ['west', 'ArrowRight', 'middle'],
    ['north', 'ArrowDown', 'middle'],
    ['east', 'Home', 'north'],
    ['north', 'End', 'east'],
  ])('from %s with %s to %s', (from, key, to) => {
    expect(nearestMark(spots, from, key)).toBe(to);
  });

  it('goes on in their order where none lies that way', () => {
    expect(nearestMark(spots, 'north', 'ArrowUp')).toBeUndefined();
    expect(nearestMark(spots, 'west', 'ArrowLeft')).toBe('north');
    expect(nearestMark(spots, 'near-east', 'ArrowDown')).toBe('east');
    expect(nearestMark(spots, 'east', 'ArrowRight')).toBeUndefined();
  });

  it('knows no other key and no spot that is not there', () => {
    expect(nearestMark(spots, 'middle', 'a')).toBeUndefined();
    expect(nearestMark(spots, 'gone', 'ArrowUp')).toBeUndefined();
  });
});
