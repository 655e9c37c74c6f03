import { describe, expect, it } from 'vitest';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';

const THAI = 'สวัสดีครับ\tHello\nขอบคุณมาก\tThank you\nไก่กับเป็ด\tchicken and duck\n';
const thaiBytes = (text: string) =>
  Uint8Array.from(
    [...text].map((character) => (character >= 'ก' ? character.codePointAt(0)! - 0xd60 : character.charCodeAt(0))),
  );
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const HELLO = [
  ['สวัสดีครับ', 'Hello'],
  ['ขอบคุณมาก', 'Thank you'],
  ['ไก่กับเป็ด', 'chicken and duck'],
];

describe('a table is read as it is meant', () => {
  it.each<[string, string | Uint8Array, string, string[][]]>([
    ['UTF-8', THAI, 'a.tsv', HELLO],
    ['UTF-8 with BOM', `\uFEFF${THAI}`, 'a.tsv', HELLO],
    ['windows-874', thaiBytes(THAI), 'a.txt', HELLO],
    ['UTF-16LE with BOM', utf16(`\uFEFF${THAI}`), 'a.txt', HELLO],
    ['UTF-16BE with BOM', utf16(`\uFEFF${THAI}`, true), 'a.txt', HELLO],
    ['UTF-16LE without BOM', utf16(THAI), 'a.txt', HELLO],
    ['CRLF', THAI.replaceAll('\n', '\r\n'), 'a.txt', HELLO],
    ['CR', THAI.replaceAll('\n', '\r'), 'a.txt', HELLO],
    ['no end of the last line', THAI.trimEnd(), 'a.txt', HELLO],
    [
      'windows-1252',
      Buffer.from('caf\xe9;coffee\nna\xefve;naive\n', 'latin1'),
      'a.csv',
      [
        ['café', 'coffee'],
        ['naïve', 'naive'],
      ],
    ],
    [
      'windows-1251',
      Buffer.from([
        0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x3b, 0x68, 0x69, 0x0a, 0xe4, 0xee, 0xec, 0x3b, 0x68, 0x6f, 0x75, 0x73,
        0x65,
      ]),
      'a.csv',
      [
        ['привет', 'hi'],
        ['дом', 'house'],
      ],
    ],
    [
      'commas, quoted cells',
      '"Hello, you","ไป ""ไหน"""\nyes,"two\nlines"\n',
      'a.csv',
      [
        ['Hello, you', 'ไป &quot;ไหน&quot;'],
        ['yes', 'two<br>lines'],
      ],
    ],
    [
      'semicolons',
      'un;one, 1\ndeux;two, 2\n',
      'a.csv',
      [
        ['un', 'one, 1'],
        ['deux', 'two, 2'],
      ],
    ],
    [
      'pipes',
      'muki, kuppi|cup\nlasi|glass\n',
      'a.txt',
      [
        ['muki, kuppi', 'cup'],
        ['lasi', 'glass'],
      ],
    ],
    [
      'a dash between',
      'แมว – cat – a pet\nหมา – dog\n',
      'pasted.txt',
      [
        ['แมว', 'cat – a pet'],
        ['หมา', 'dog'],
      ],
    ],
    [
      'a hyphen between',
      'well-known - famous\nice-cream - cold\n',
      'pasted.txt',
      [
        ['well-known', 'famous'],
        ['ice-cream', 'cold'],
      ],
    ],
    [
      'colons between',
      'cat: แมว\ndog: หมา\n',
      'pasted.txt',
      [
        ['cat', 'แมว'],
        ['dog', 'หมา'],
      ],
    ],
    [
      'empty lines and lines of separators',
      '\n\na\tb\n\t\n\nc\td\n',
      'a.tsv',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one column', 'first\nsecond, with comma\nthird\n', 'a.csv', [['first'], ['second, with comma'], ['third']]],
    ['a header row', 'question,answer\n1+1,2\n', 'a.csv', [['1+1', '2']]],
    ['a Thai header row', 'คำถาม,คำตอบ,แท็ก\nกา,crow,นก\n', 'a.csv', [['กา', 'crow']]],
    ['what looks like HTML stays text unless it is', '1 < 2\ttrue & so\n', 'a.tsv', [['1 &lt; 2', 'true &amp; so']]],
    [
      'HTML stays',
      '<b>bold</b>\tx<br>y\nplain\tz\n',
      'a.tsv',
      [
        ['<b>bold</b>', 'x<br>y'],
        ['plain', 'z'],
      ],
    ],
    [
      'a # that begins a card',
      '#hashtag\tsign\n# sharp\tmusic\n',
      'a.tsv',
      [
        ['#hashtag', 'sign'],
        ['# sharp', 'music'],
      ],
    ],
  ])('%s', async (_, content, name, fields) => {
    const read = await readBy(tableFormat, fileWith(content, name));
    expect(fieldsOf(read)).toEqual(fields);
    expect(read.reading.counts.notes).toBe(fields.length);
    expect(oddIn(read)).toEqual({});
  });

  it('takes the headers of Anki: separator, HTML, deck, tags, note type and guid by column', async () => {
    const content = [
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'g/1#\tBasic\tLang::Thai\tกา\t<i>crow</i>\tbird marked',
      'g2\tBasic (and reversed card)\tLang\tหมา\tdog\t',
      'g3\tCloze\tLang\t{{c1::a}} and {{c3::b}}\t\t',
    ].join('\n');
    const read = await readBy(tableFormat, fileWith(content, 'anki.txt'));
    expect(read.notes.map(({ note, space, cards }) => [space, note.id, note.tags, cards])).toEqual([
      ['anki', 'g/1#', ['bird', 'marked'], [{ ordinal: 0, deckId: 'Lang::Thai' }]],
      [
        'anki',
        'g2',
        [],
        [
          { ordinal: 0, deckId: 'Lang' },
          { ordinal: 1, deckId: 'Lang' },
        ],
      ],
      [
        'anki',
        'g3',
        [],
        [
          { ordinal: 0, deckId: 'Lang' },
          { ordinal: 2, deckId: 'Lang' },
        ],
      ],
    ]);
    expect(fieldsOf(read)[0]).toEqual(['กา', '<i>crow</i>']);
    expect(read.reading.decks).toEqual([
      { id: 'Lang::Thai', name: 'Lang::Thai' },
      { id: 'Lang', name: 'Lang' },
    ]);
    expect(read.reading.types.map(({ name, kind, templates }) => [name, kind, templates.length])).toEqual([
      ['Basic', 'standard', 1],
      ['Basic (and reversed card)', 'standard', 2],
      ['Cloze', 'cloze', 1],
    ]);
  });

  it('does as the learner says against every guess', async () => {
    const source = fileWith('front,back\n<b>a</b>,b\n', 'a.csv');
    const told = {
      separator: ',',
      hasHeader: false,
      isHtml: false,
      columns: ['field', 'tags'],
      deck: 'My::Deck',
      tags: ['x'],
      noteType: 'Basic',
    } as const;
    const read = await readBy(tableFormat, source, told);
    expect(fieldsOf(read)).toEqual([['front'], ['&lt;b&gt;a&lt;/b&gt;']]);
    expect(read.notes.map(({ note }) => note.tags)).toEqual([
      ['x', 'back'],
      ['x', 'b'],
    ]);
    expect(read.reading.decks).toEqual([{ id: 'My::Deck', name: 'My::Deck' }]);
  });

  it('gives a note the same id when the file was edited around it, and another to an equal one', async () => {
    const ids = async (content: string) =>
      (await readBy(tableFormat, fileWith(content, 'words.csv'))).notes.map(({ note }) => note.id);
    const [cat, dog, dogAgain] = await ids('cat;แมว\ndog;หมา\ndog;สุนัข\n');
    expect(new Set([cat, dog, dogAgain]).size).toBe(3);
    expect(await ids('bird;นก\ndog;หมาน้อย\ncat;เหมียว\n')).toEqual([expect.any(String), dog, cat]);
  });
});
