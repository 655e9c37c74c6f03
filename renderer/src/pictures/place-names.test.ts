import { describe, expect, it } from 'vitest';
import { overlap, placeNames, type Area } from './place-names.ts';
import { spreadMarks } from './spread-marks.ts';

const wanting = (id: string, x: number, y: number, name = 60) => ({ id, x, y, name });
const mark = ({ x, y }: { x: number; y: number }): Area => ({ left: x - 8, top: y - 8, width: 16, height: 16 });

describe('names beside their marks', () => {
  it('stand to the right where there is room, else to the left', () => {
    const names = placeNames([wanting('a', 100, 50), wanting('b', 290, 50)], 8, 300, 100);
    expect(names.get('a')).toEqual({ left: 108, top: 41, width: 60, height: 18 });
    expect(names.get('b')).toMatchObject({ left: 222 });
  });

  it('have no place where there is no room', () => {
    expect(placeNames([wanting('a', 20, 20, 500)], 8, 300, 100).has('a')).toBe(false);
    expect(placeNames([wanting('a', 20, 20)], 8, 300, 100, [{ left: 0, top: 0, width: 300, height: 100 }]).size).toBe(
      0,
    );
  });

  it('never overlap each other or a mark, however crowded the place is', () => {
    const crowd = Array.from({ length: 40 }, (_, at) =>
      wanting(`m${at}`, 150 + ((at * 37) % 90), 80 + ((at * 53) % 70)),
    );
    const spread = spreadMarks(crowd, 24, 600, 400).map((spot, at) => ({ ...wanting('', 0, 0, 40 + at), ...spot }));
    const names = [...placeNames(spread, 8, 600, 400).values()];
    expect(names.length).toBeGreaterThan(10);
    for (const [at, name] of names.entries()) {
      for (const other of names.slice(at + 1)) expect(overlap(name, other)).toBe(false);
      for (const one of spread) expect(overlap(name, mark(one))).toBe(false);
    }
  });
});

describe('marks that lie near each other', () => {
  it('are moved apart, and no others', () => {
    const spots = [wanting('a', 100, 100), wanting('b', 104, 100), wanting('c', 104, 103), wanting('far', 300, 300)];
    const spread = spreadMarks(spots, 24, 600, 400);
    expect(spread[3]).toMatchObject({ id: 'far', x: 300, y: 300 });
    for (const [at, one] of spread.entries())
      for (const other of spread.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(24);
    for (const [at, { x, y }] of spread.entries())
      expect(Math.hypot(x - spots[at]!.x, y - spots[at]!.y)).toBeLessThan(40);
  });

  it('part even from one point, and stay inside the area', () => {
    const spread = spreadMarks([wanting('a', 5, 5), wanting('b', 5, 5)], 24, 600, 400);
    expect(Math.hypot(spread[0]!.x - spread[1]!.x, spread[0]!.y - spread[1]!.y)).toBeGreaterThanOrEqual(24);
    for (const { x, y } of spread) expect(Math.min(x, y)).toBeGreaterThanOrEqual(12);
  });
});
