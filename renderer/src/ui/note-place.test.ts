import { describe, expect, test } from 'vitest';
import { placeOf, type Areas } from './note-place.ts';

const area = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const SMALL = { width: 900, height: 600 };
const note = { width: 416, height: 110 };
const at = (words: Areas['words'], text: Areas['text'] = words): Areas => ({ words, text, picture: text });

describe('a note about words in a text', () => {
  const text = area(104, 200, 774, 360);

  test('lies under the paragraph it explains, not over its other lines', () => {
    expect(placeOf(note, at(area(400, 240, 520, 262), text), 'text', SMALL)).toEqual({ left: 400, top: 366 });
  });

  test('lies over the paragraph where nothing fits under it', () => {
    const low = area(104, 420, 774, 580);
    expect(placeOf(note, at(area(700, 450, 770, 472), low), 'text', SMALL)).toEqual({ left: 476, top: 304 });
  });

  test('stands at the side of the paragraph, level with its line, where the window has room', () => {
    expect(placeOf(note, at(area(400, 240, 520, 262), text), 'text', { width: 1280, height: 800 })).toEqual({
      left: 794,
      top: 234,
    });
  });

  test('of a paragraph longer than the window lies under the words', () => {
    const long = area(104, -300, 774, 900);
    expect(placeOf(note, at(area(400, 100, 520, 122), long), 'text', SMALL)).toEqual({ left: 400, top: 128 });
  });
});

describe('the panel of a picture', () => {
  const picture = area(264, 330, 1240, 1400);
  const panel = { width: 416, height: 300 };
  const window = { width: 1280, height: 800 };

  test('begins with the picture, so that the filters over it stay in sight', () => {
    const words = area(400, 340, 412, 352);
    expect(placeOf(panel, { words, text: words, picture }, 'aside', window)).toEqual({ left: 844, top: 330 });
  });

  test('is scrolled where the window ends before it does, and still covers no filter', () => {
    const words = area(400, 340, 412, 352);
    const place = placeOf(
      { width: 416, height: 352 },
      { words, text: words, picture: { ...picture, top: 290 } },
      'aside',
      SMALL,
    );
    expect([place.top, place.room]).toEqual([290, 290]);
  });

  test('goes to the other side of what it would cover', () => {
    const words = area(1000, 340, 1012, 352);
    expect(placeOf(panel, { words, text: words, picture }, 'aside', window)).toEqual({ left: 564, top: 330 });
  });

  test('stays inside the window when the picture begins under its lower part, or over it', () => {
    const words = area(400, 700, 412, 712);
    const from = (top: number) => ({ words, text: words, picture: { ...picture, top } });
    expect(placeOf(panel, from(700), 'aside', window).top).toBe(480);
    expect(placeOf(panel, from(-500), 'aside', window).top).toBe(20);
  });
});

test('a note of something else lies under it, over it, or at its side', () => {
  expect(placeOf(note, at(area(200, 100, 260, 122)), 'under', SMALL)).toEqual({ left: 200, top: 128 });
  expect(placeOf(note, at(area(200, 540, 260, 562)), 'under', SMALL)).toEqual({ left: 200, top: 424 });
  const tall = { width: 416, height: 360 };
  expect(placeOf(tall, at(area(200, 300, 260, 322)), 'under', SMALL)).toEqual({ left: 464, top: 220 });
});
