import { describe, expect, it } from 'vitest';
import { packRows } from './pack-rows.ts';

const stretch = (from: number, to: number) => ({ from, to });

describe('rows of what stands side by side', () => {
  it('puts what overlaps below, and what has room beside', () => {
    expect(packRows([stretch(0, 10), stretch(5, 8), stretch(10, 12), stretch(9, 11)], 0)).toEqual([0, 1, 0, 1]);
  });
  it('keeps the gap', () => {
    expect(packRows([stretch(0, 10), stretch(11, 12)], 2)).toEqual([0, 1]);
    expect(packRows([stretch(0, 10), stretch(12, 13)], 2)).toEqual([0, 0]);
  });
  it('knows no order: an earlier stretch finds its place too', () => {
    expect(packRows([stretch(10, 20), stretch(0, 5)], 1)).toEqual([0, 0]);
  });
});
