import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { fieldsOf, fileWith, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';
import { tablePreview } from './preview.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const cellOf = (value: string | number, column: number, row: number) => {
  const at = `${String.fromCharCode(65 + column)}${row}`;
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
};

async function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Promise<Buffer> {
  const zip = new ZipFile();
  const names = Object.keys(sheets);
  const add = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`), name);
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  );
  for (const [i, name] of names.entries()) {
    const rows = sheets[name]!.map(
      (row, r) => `<row r="${r + 1}">${row.map((value, c) => cellOf(value, c, r + 1)).join('')}</row>`,
    );
    add(
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  }
  zip.end();
  return buffer(zip.outputStream.pipe(new PassThrough()));
}

describe('a workbook is a table', () => {
  it('reads Thai, numbers as they are shown, and a header row', async () => {
    const bytes = await workbook({
      Sheet1: [
        ['คำถาม', 'คำตอบ'],
        ['หนึ่งส่วนสิบ & สอง'.replace('&', '&amp;'), 0.1 + 0.2],
        ['', ''],
        ['ปี', 2569],
      ],
    });
    const read = await readBy(tableFormat, fileWith(bytes, 'words.xlsx'));
    expect(fieldsOf(read)).toEqual([
      ['หนึ่งส่วนสิบ &amp; สอง', '0.3'],
      ['ปี', '2569'],
    ]);
    expect(read.reading.decks.map(({ name }) => name)).toEqual(['words']);
  });

  it('makes a deck of every sheet where there are several', async () => {
    const bytes = await workbook({
      Animals: [
        ['front', 'back'],
        ['cat', 'แมว'],
      ],
      Empty: [],
      Food: [
        ['front', 'back'],
        ['rice', 'ข้าว'],
      ],
    });
    const read = await readBy(tableFormat, fileWith(bytes, 'words.xlsx'));
    expect(fieldsOf(read)).toEqual([
      ['cat', 'แมว'],
      ['rice', 'ข้าว'],
    ]);
    expect(read.reading.decks.map(({ name }) => name)).toEqual(['words::Animals', 'words::Food']);
  });

  it('leaves out columns that nobody uses', async () => {
    const bytes = await workbook({
      S: [
        ['', 'q1', '', 'a1'],
        ['', 'q2', '', 'a2'],
      ],
    });
    expect(fieldsOf(await readBy(tableFormat, fileWith(bytes, 'a.xlsx')))).toEqual([
      ['q1', 'a1'],
      ['q2', 'a2'],
    ]);
  });

  it('refuses an archive that is no workbook', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), 'x.txt');
    zip.end();
    const bytes = await buffer(zip.outputStream.pipe(new PassThrough()));
    await expect(readBy(tableFormat, fileWith(bytes, 'a.xlsx'))).rejects.toMatchObject({
      details: { why: 'not-known' },
    });
  });
});

describe('the preview of a table', () => {
  const signal = new AbortController().signal;

  it('of a workbook knows neither separator nor encoding, and no row for uneven that ends early', async () => {
    const bytes = await workbook({
      S: [
        ['front', 'back', 'example'],
        ['cat', 'แมว', 'a cat'],
        ['dog', 'หมา'],
      ],
    });
    const { mapping, problems } = await tablePreview(fileWith(bytes, 'a.xlsx'), { signal });
    expect([mapping.separator, mapping.encoding, problems]).toEqual([undefined, undefined, []]);
  });

  it('tells what was guessed and shows the first 50 rows', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `${i}\tword ${i}\tt${i}`);
    const source = fileWith(['id\tfront\ttags', ...rows].join('\r\n'), 'my words.tsv');
    const preview = await tablePreview(source, { signal });
    expect(preview.mapping).toEqual({
      separator: '\t',
      encoding: 'utf-8',
      hasHeader: true,
      isHtml: false,
      columns: ['id', 'field', 'tags'],
      deck: 'my words',
      tags: [],
    });
    expect(preview.columns.map(({ name }) => name)).toEqual(['id', 'front', 'tags']);
    expect(preview.rows).toHaveLength(50);
    expect(preview.rows[0]).toEqual(['0', 'word 0', 't0']);
    expect(preview.problems).toEqual([]);
  });

  it('tells what is wrong under the mapping that was asked for', async () => {
    const source = fileWith('a;b\nc;d;e\n', 'a.csv');
    const preview = await tablePreview(source, { signal, mapping: { separator: '\t', encoding: 'windows-874' } });
    expect(preview.mapping).toMatchObject({ separator: '\t', encoding: 'windows-874', columns: ['field'] });
    expect(preview.problems).toEqual(['one-column']);
    await expect(tablePreview(source, { signal, mapping: { separator: '"' } })).rejects.toMatchObject({
      details: { why: 'column-wrong' },
    });
  });
});
