import { describe, expect, it } from 'vitest';
import { chosenName, find, place, typedName } from '../../domain/label-questions.fixture.ts';
import { readText, wantedOf } from './answer-stands.ts';
import { shownTexts } from './shown-texts.ts';

describe('what a question on a picture gives away', () => {
  it.each([
    ['names to choose from', chosenName, ['?', 'Astana', 'Minsk', 'Yerevan']],
    ['labels to place', place, ['?', 'Astana', 'Chişinău', 'Minsk', 'Moscow', 'Yerevan']],
    ['no name where one is to be typed', typedName, ['?']],
    ['no name where one is to be found', find, ['?']],
  ])('%s', (_, question, texts) => {
    expect(shownTexts(question, new Map()).map(({ text }) => text.en)).toEqual(texts);
  });

  it.each([
    ['the name that is typed', typedName, 'The Charter was signed in Chişinău.', true],
    ['the name that is chosen', chosenName, 'The session met in Minsk.', true],
    ['the mark that is found', find, 'The session met in Minsk.', true],
    ['another name', find, 'The session met in Astana.', false],
  ])('it is given away by %s', (_, question, en, isGiven) => {
    const text = readText({ th: en, en });
    expect(wantedOf(question).map((wanted) => wanted.standsIn(text))).toEqual([isGiven]);
  });

  it('of several that are placed none is the answer', () => {
    expect(wantedOf(place)).toEqual([]);
  });
});
