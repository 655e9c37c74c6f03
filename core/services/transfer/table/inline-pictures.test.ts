import { describe, expect, it } from 'vitest';
import { allOf } from '../anki/shared-decks.fixture.ts';
import { fieldsOf, fileWith, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';

const PNG = Buffer.from('iVBORw0KGgo=', 'base64');
const picture = (bytes: Buffer, type = 'png') => `<img src='data:image/${type};base64,${bytes.toString('base64')}'>`;
const read = (rows: string, name = 'pictures.txt') =>
  readBy(tableFormat, fileWith(`#separator:tab\n#html:true\n${rows}`, name));
async function mediaOf({ reading }: Awaited<ReturnType<typeof read>>) {
  const found: [string, Buffer][] = [];
  for (const medium of await allOf(reading.media())) {
    const bytes = Buffer.concat(await allOf(medium.open()));
    expect(bytes).toHaveLength(medium.bytes);
    found.push([medium.name, bytes]);
  }
  return found;
}

describe('pictures that stand in the cells of a table', () => {
  it('become media, and the cells name them', async () => {
    const table = await read(`${picture(PNG)}\tแมว\n<b>x</b>${picture(Buffer.from('GIF'), 'gif')}\ty`);
    const media = await mediaOf(table);
    expect(media.map(([, bytes]) => bytes)).toEqual([PNG, Buffer.from('GIF')]);
    expect(table.reading.counts.media).toBe(2);
    expect(fieldsOf(table)).toEqual([
      [`<img src='${media[0]![0]}'>`, 'แมว'],
      [`<b>x</b><img src='${media[1]![0]}'>`, 'y'],
    ]);
    expect(media.map(([name]) => name.split('.').at(-1))).toEqual(['png', 'gif']);
  });

  it('are one file where they are the same, and the same file each time they are read', async () => {
    const rows = `${picture(PNG)}\ta\n${picture(PNG)}\tb`;
    const [one, other] = [await mediaOf(await read(rows)), await mediaOf(await read(rows, 'other.txt'))];
    expect(one).toHaveLength(1);
    expect(other).toEqual(one);
  });

  it.each([
    ['another kind', `<img src='data:image/svg+xml;base64,PHN2Zz4='>`],
    ['a file', '<img src="cat.png">'],
    ['text about it', 'data:image/png;base64,iVBORw0KGgo='],
    ['another attribute', `<img alt='data:image/png;base64,iVBORw0KGgo='>`],
  ])('%s stays as it is', async (_, cell) => {
    const table = await read(`${cell}\tx`);
    expect(fieldsOf(table)).toEqual([[cell, 'x']]);
    expect(table.reading.counts.media).toBe(0);
  });

  it('are text where the cells are not HTML', async () => {
    const table = await readBy(tableFormat, fileWith(`${picture(PNG)}\tx\n`, 'a.tsv'), { isHtml: false });
    expect(table.reading.counts.media).toBe(0);
    expect(fieldsOf(table)[0]![0]).toContain('&lt;img');
  });
});
