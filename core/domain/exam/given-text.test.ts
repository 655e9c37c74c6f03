import { describe, expect, it } from 'vitest';
import { chosenName, find, place, typedName } from '../label-questions.fixture.ts';
import { givenText } from './given-text.ts';

describe('what was answered on a picture, as text', () => {
  it.each([
    ['a name as it was typed', typedName, 'Minks', 'Minks'],
    ['the option that was chosen', chosenName, 'a', 'Astana'],
    ['the name of the mark that was pointed at', find, 'chisinau', 'Chişinău'],
    ['what was put where', place, { astana: 'c', minsk: 'd' }, 'Minsk – Moscow; Astana – Minsk'],
    ['an id that is not known any more', find, 'gone', '?'],
  ])('%s', (_, question, response, text) => {
    expect(givenText(question, response).en).toBe(text);
  });
});
