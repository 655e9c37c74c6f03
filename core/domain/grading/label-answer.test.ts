import { describe, expect, it } from 'vitest';
import { chosenName, find, place, typedName } from '../label-questions.fixture.ts';
import type { LabelQuestion, Response } from '../question.ts';
import { judge, judgeUnknown } from './judge.ts';

const all = { minsk: 'c', astana: 'a', yerevan: 'e', chisinau: 'b' };

describe('an answer on a picture', () => {
  it.each<[string, LabelQuestion, Response, string, number]>([
    ['the name as the picture has it', typedName, 'Chişinău', 'right', 1],
    ['without its accents', typedName, 'Chisinau', 'right', 1],
    ['in capitals', typedName, 'CHIŞINĂU', 'right', 1],
    ['with spaces around', typedName, '  Chisinau ', 'right', 1],
    ['with a full stop', typedName, 'Chisinau.', 'right', 1],
    ['the other name', typedName, 'Kishinev', 'right', 1],
    ['the name in Thai', typedName, 'คีชีเนา', 'right', 1],
    ['the other Thai spelling', typedName, 'คิชิเนา', 'right', 1],
    ['one letter too few', typedName, 'Chisnau', 'close', 0],
    ['one letter too many', typedName, 'Chissinau', 'close', 0],
    ['two letters changed places', typedName, 'Chisniau', 'close', 0],
    ['another slip in the other name', typedName, 'Kishinew', 'close', 0],
    ['a Thai mark that differs', typedName, 'คิชีเนา', 'close', 0],
    ['a Thai vowel missing', typedName, 'คีชีเน', 'close', 0],
    ['half of the name', typedName, 'Chis', 'wrong', 0],
    ['the name of another mark', typedName, 'Minsk', 'wrong', 0],
    ['the Thai name of another mark', typedName, 'มินสก์', 'wrong', 0],
    ['the id of another mark', typedName, 'astana', 'wrong', 0],
    ['nothing', typedName, '', 'wrong', 0],
    ['nothing but spaces', typedName, '   ', 'wrong', 0],
    ['a number', typedName, '1992', 'wrong', 0],
    ['the right option', chosenName, 'b', 'right', 1],
    ['a wrong option', chosenName, 'a', 'wrong', 0],
    ['another wrong option', chosenName, 'c', 'wrong', 0],
    ['the mark that was looked for', find, 'minsk', 'right', 1],
    ['a mark beside it', find, 'chisinau', 'wrong', 0],
    ['a mark far away', find, 'astana', 'wrong', 0],
    ['every label in its place', place, all, 'right', 1],
    ['in another order of entries', place, { chisinau: 'b', yerevan: 'e', astana: 'a', minsk: 'c' }, 'right', 1],
    ['three of four, one empty', place, { minsk: 'c', astana: 'a', yerevan: 'e' }, 'partial', 0.75],
    ['three of four, an extra label on the last', place, { ...all, chisinau: 'd' }, 'partial', 0.75],
    ['two that are swapped', place, { ...all, minsk: 'a', astana: 'c' }, 'partial', 0.5],
    ['three that go round', place, { ...all, minsk: 'a', astana: 'e', yerevan: 'c' }, 'partial', 0.25],
    ['one label on every mark', place, { minsk: 'c', astana: 'c', yerevan: 'c', chisinau: 'c' }, 'partial', 0.25],
    ['one label alone', place, { yerevan: 'e' }, 'partial', 0.25],
    ['one label alone, in a wrong place', place, { yerevan: 'b' }, 'wrong', 0],
    ['the extra label alone', place, { minsk: 'd' }, 'wrong', 0],
    ['every label in a wrong place', place, { minsk: 'a', astana: 'c', yerevan: 'b', chisinau: 'e' }, 'wrong', 0],
    ['no label at all', place, {}, 'wrong', 0],
  ])('%s', (_, question, response, verdict, score) => {
    expect(judge(question, response)).toMatchObject({ verdict, score });
  });

  it.each<[string, LabelQuestion, Response]>([
    ['a list for a name', typedName, ['Chişinău']],
    ['a map for a name', typedName, {}],
    ['an option that is not there', chosenName, 'd'],
    ['the id of a mark for an option', chosenName, 'minsk'],
    ['a mark that is not there', find, 'moscow'],
    ['the name of a mark for its id', find, 'Minsk'],
    ['no mark', find, ''],
    ['a list of marks', find, ['minsk']],
    ['a property of every object for a mark', find, 'toString'],
    ['a text for labels', place, 'minsk'],
    ['a list for labels', place, ['c']],
    ['a mark without a place in the question', place, { moscow: 'd' }],
    ['a label that is not there', place, { minsk: 'f' }],
    ['a mark for a label', place, { minsk: 'minsk' }],
  ])('refuses %s', (_, question, response) => {
    expect(() => judge(question, response)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('says of a mark that was pointed at that it was wrong, and which one was missed', () => {
    expect(judge(find, 'astana').parts).toEqual([
      { id: 'minsk', right: false },
      { id: 'astana', right: false },
    ]);
    expect(judge(find, 'minsk').parts).toEqual([{ id: 'minsk', right: true }]);
  });

  it('says of every mark what belongs there', () => {
    const { parts } = judge(place, { minsk: 'c', astana: 'e' });
    expect(parts.map(({ id, right, expected }) => [id, right, expected?.en])).toEqual([
      ['minsk', true, 'Minsk'],
      ['astana', false, 'Astana'],
      ['yerevan', false, 'Yerevan'],
      ['chisinau', false, 'Chişinău'],
    ]);
  });

  it.each<[LabelQuestion, string, string]>([
    [typedName, 'คีชีเนา', 'Chişinău'],
    [chosenName, 'มินสก์', 'Minsk'],
    [find, 'มินสก์', 'Minsk'],
    [place, 'มินสก์, อัสตานา, เยเรวาน, คีชีเนา', 'Minsk, Astana, Yerevan, Chişinău'],
  ])('names the answer in both languages (%#)', (question, th, en) => {
    expect(judgeUnknown(question).answer).toEqual({ th, en });
  });

  it.each([typedName, chosenName, find, place])(
    '"I don\'t know" is wrong, with nothing marked as given (%#)',
    (question) => {
      const { verdict, score, parts } = judgeUnknown(question);
      expect([verdict, score]).toEqual(['wrong', 0]);
      expect(parts.filter(({ right }) => right).map(({ id }) => id)).toEqual(question === chosenName ? ['a', 'c'] : []);
    },
  );
});
