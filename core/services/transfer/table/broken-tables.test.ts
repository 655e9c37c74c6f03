import { describe, expect, it } from 'vitest';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';

describe('a table that is not right is read as far as it can be, and what was put right is told', () => {
  it.each<[string, string | Uint8Array, string[][], Record<string, number>]>([
    [
      'ragged rows',
      'a,b\nc\nd,e,f\ng,h\ni,j\nk,l\nm,n\no,p\nq,r\ns,t\nu,v\nw,x\ny,z\n1,2\n3,4\n5,6\n7,8\n9,0\naa,bb\ncc,dd\nee,ff\n',
      [
        ['a', 'b'],
        ['c', ''],
        ['d', 'e,f'],
      ],
      { 'row-unreadable': 1 },
    ],
    [
      'a quotation mark that is never closed',
      'a\t"b\nc\td\ne\tf\n',
      [
        ['a', '&quot;b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      { 'row-unreadable': 1 },
    ],
    [
      'a quotation mark closed rows later',
      'a\t"b\nc\td\ne\t"f"\n',
      [
        ['a', '&quot;b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      { 'row-unreadable': 1 },
    ],
    [
      'an inch',
      '5" nail\tตะปู\n6" nail\tตะปูใหญ่\n',
      [
        ['5&quot; nail', 'ตะปู'],
        ['6&quot; nail', 'ตะปูใหญ่'],
      ],
      {},
    ],
    ['NULs', 'a\0b\tc\n', [['ab', 'c']], { 'text-not-utf8': 1 }],
    [
      'broken UTF-8 in a Thai text',
      Buffer.concat([Buffer.from('สวัสดีครับทุกคน\thi '), Buffer.from([0xff]), Buffer.from('\nข\tb\n')]),
      [
        ['สวัสดีครับทุกคน', 'hi \uFFFD'],
        ['ข', 'b'],
      ],
      { 'text-not-utf8': 1 },
    ],
    ['nothing in the first field of two', 'a\tb\n\tc\n', [['a', 'b']], { 'note-without-cards': 1 }],
  ])('%s', async (_, content, fields, odd) => {
    const read = await readBy(tableFormat, fileWith(content, 'a.txt'));
    expect(fieldsOf(read).slice(0, fields.length)).toEqual(fields);
    expect(oddIn(read)).toEqual(odd);
  });

  it('reads a file in which every line opens a quotation mark, in the time of its length', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `"word ${i}\tmeaning ${i}`);
    const read = await readBy(tableFormat, fileWith(lines.join('\n'), 'a.txt'));
    expect(read.notes).toHaveLength(20_000);
    expect(fieldsOf(read)[19_999]).toEqual(['&quot;word 19999', 'meaning 19999']);
  });

  it('bug: cells of megabytes in two scripts were more than a pattern could look back over', async () => {
    const long = `${'x'.repeat(7 << 20)}ก`;
    const rows = [`zebra\tlion`, `a\t${long}`, `b\t${long}`, `c\t${long}`];
    const read = await readBy(tableFormat, fileWith(rows.join('\n'), 'a.txt'));
    expect(read.notes).toHaveLength(4);
  });

  it('leaves out a note of more than 8 MiB and keeps the others', async () => {
    const read = await readBy(tableFormat, fileWith(`a\tb\nhuge\t${'x'.repeat(9 << 20)}\nc\td\n`, 'a.txt'));
    expect(fieldsOf(read)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(oddIn(read)).toEqual({ 'text-too-long': 1 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\n', 'empty'],
    ['only a header', '#separator:tab\n', 'no-cards'],
    ['a picture', Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251), 'not-known'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'not-known'],
    ['a broken archive', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 'zip-damaged'],
  ])('refuses %s by name', async (_, content, why) => {
    await expect(readBy(tableFormat, fileWith(content, 'x.csv'))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why, file: 'x.csv' },
    });
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(tableFormat.open(fileWith('a\tb', 'a.txt'), { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
