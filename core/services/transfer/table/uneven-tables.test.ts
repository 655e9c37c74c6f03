import { describe, expect, it } from 'vitest';
import { fieldsOf, fileWith, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';

describe('a table as people leave it is read as they meant it', () => {
  it.each<[string, string, string, string[][]]>([
    ['a header row in another language', 'Wort;Übersetzung\nHaus;house\n', 'a.csv', [['Haus', 'house']]],
    [
      'a header row of names nobody knows, in Latin above Thai and numbers',
      'Lemma,Ranking\nแมว,1\nหมา,2\nนก,3\n',
      'a.csv',
      [
        ['แมว', '1'],
        ['หมา', '2'],
        ['นก', '3'],
      ],
    ],
    [
      'a first row that is written as those below is none',
      'hello,สวัสดี\nthanks,ขอบคุณ\nyes,ใช่\ndog,หมา\n',
      'a.csv',
      [
        ['hello', 'สวัสดี'],
        ['thanks', 'ขอบคุณ'],
        ['yes', 'ใช่'],
        ['dog', 'หมา'],
      ],
    ],
    [
      'the line that Excel puts above',
      'sep=;\na;b,c\nd;e\n',
      'a.csv',
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    ['comments above', '# words\n# of mine\na\tb\n', 'a.txt', [['a', 'b']]],
    [
      'comments between rows of a file for Anki',
      '#separator:tab\na\tb\n# later\nc\td\n',
      'a.txt',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'separators left behind',
      'front,back,,\na,b,,\nc,d,,\n',
      'a.csv',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blanks before quoted cells',
      '"a, x", "b"\n"c", "d, y"\n',
      'a.csv',
      [
        ['a, x', 'b'],
        ['c', 'd, y'],
      ],
    ],
    [
      'rows of many lengths in what is called a table',
      'a,b,c\n1,2\n3,4,5,6\n7\n8,9\n',
      'a.csv',
      [
        ['1', '2', '', ''],
        ['3', '4', '5', '6'],
        ['7', '', '', ''],
        ['8', '9', '', ''],
      ],
    ],
    [
      'one line with signs of its own',
      'a;;;b|||c;;;d|||e;;;f',
      'quizlet.txt',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'one line with semicolons between',
      'a, b; c, d; e, f;',
      'quizlet.txt',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'an arrow between',
      'a -> b\nc -> d\n',
      'a.txt',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'prose',
      'One, two and three.\nNothing here\nAnother: line\n',
      'a.txt',
      [['One, two and three.'], ['Nothing here'], ['Another: line']],
    ],
    ['names of columns in quotes', '#separator:Comma\n#columns:"A, 1",B\nx,y\n', 'a.txt', [['x', 'y']]],
  ])('%s', async (_, content, name, fields) => {
    expect(fieldsOf(await readBy(tableFormat, fileWith(content, name)))).toEqual(fields);
  });
});
