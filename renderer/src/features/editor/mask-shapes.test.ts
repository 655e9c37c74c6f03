import { describe, expect, it } from 'vitest';
import { readOcclusion } from '../../../../core/domain/template/occlusion-text.ts';
import { boxBetween, boxOf, cornersOf, inBox, inShares, newMask, nextNumber, type MaskKind } from './mask-shapes.ts';

const BOX = { left: 0.1, top: 0.2, width: 0.3, height: 0.4 };
const rounded = (value: object) =>
  Object.fromEntries(Object.entries(value).map(([name, number]) => [name, Number((number as number).toFixed(3))]));

describe.each<MaskKind>(['rect', 'ellipse', 'polygon'])('a %s', (kind) => {
  it('lies in the rectangle it was drawn in', () => expect(rounded(boxOf(newMask(kind, 1, BOX)))).toEqual(BOX));
  it('moves and grows', () => {
    const moved = inBox(newMask(kind, 1, BOX), { ...BOX, left: 0.5, height: 0.1 });
    expect(rounded(boxOf(moved))).toEqual({ ...BOX, left: 0.5, height: 0.1 });
  });
  it('stays within the picture and can be seen', () => {
    expect(rounded(boxOf(inBox(newMask(kind, 1, BOX), { left: 0.9, top: -1, width: 0.3, height: 0 })))).toEqual({
      ...{ left: 0.7, top: 0, width: 0.3, height: 0.01 },
    });
  });
});

it('a polygon keeps its corners where they were clicked', () => {
  const corners = [
    [0.1, 0.1],
    [0.5, 0.2],
    [0.3, 0.6],
  ] as const;
  expect(cornersOf(newMask('polygon', 2, corners))).toEqual(corners);
});

it('a rectangle may be drawn from any corner', () => {
  expect(rounded(boxBetween([0.4, 0.6], [0.1, 0.2]))).toEqual(BOX);
});

it('the next mask is a card of its own', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber([newMask('rect', 3, BOX), newMask('rect', 1, BOX)])).toBe(4);
});

it('pixels of old notes become shares', () => {
  const { masks } = readOcclusion('{{c1::image-occlusion:rect:left=20:top=40:width=60:height=80}}');
  expect(rounded(boxOf(inShares(masks, 200, 200)[0]!))).toEqual(BOX);
  const shares = readOcclusion('{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}').masks;
  expect(inShares(shares, 200, 200)).toBe(shares);
});
