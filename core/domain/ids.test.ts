import { describe, expect, it } from 'vitest';
import { MAX_ID } from './history/limits.ts';
import {
  cardIdOf,
  eventRefOf,
  lessonKeyOf,
  parseCardId,
  parseEventRef,
  parseLessonKey,
  type CardId,
  type LessonKey,
} from './ids.ts';

describe('the names of cards, lessons and events', () => {
  it('are read back as they were made', () => {
    expect(parseCardId(cardIdOf('csto', 'gl-name'))).toBe('csto/gl-name');
    expect(parseLessonKey(lessonKeyOf('csto', 'at-a-glance'))).toBe('csto/at-a-glance');
    expect(parseEventRef(eventRefOf('abcdef', 42))).toBe('abcdef:42');
  });

  it('of a card may be anything that stands in a journal, but for nothing and too much', () => {
    expect(parseCardId('x')).toBe('x');
    expect(() => parseCardId('')).toThrow(RangeError);
    expect(() => parseCardId('x'.repeat(MAX_ID + 1))).toThrow(RangeError);
  });

  it.each(['csto', '/x', 'csto/', ''])('of a lesson are a course and a lesson, not "%s"', (text) => {
    expect(() => parseLessonKey(text)).toThrow(RangeError);
  });

  it.each(['abcdef', 'abcdef:0', 'abcdef:01', 'short:1', 'ABCDEF:1', 'abcdef:1 ', ''])(
    'of an event are a device and its number, not "%s"',
    (text) => {
      expect(() => parseEventRef(text)).toThrow(RangeError);
    },
  );

  it('do not stand for each other, and no text stands for them', () => {
    const cards = new Map<CardId, number>([[cardIdOf('c', 'q'), 1]]);
    // @ts-expect-error a text that nobody looked at
    expect(cards.get('c/q')).toBe(1);
    // @ts-expect-error a lesson is no card
    expect(cards.get(lessonKeyOf('c', 'q'))).toBe(1);
    // @ts-expect-error a card is no lesson
    const key: LessonKey = cardIdOf('c', 'q');
    expect(key).toBe('c/q');
  });
});
