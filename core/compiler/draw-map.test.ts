import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawMap } from './draw-map.ts';

const region = { west: 21, east: 82, south: 36.5, north: 61 };
const map = drawMap(region, [
  { id: 'armenia', name: 'Armenia' },
  { id: 'kazakhstan', name: 'Kazakhstan' },
  { id: 'atlantis', name: 'Atlantis' },
]);
const placed = (lon: number, lat: number) => map.at([lon, lat]) ?? [NaN, NaN];

describe('the drawing of the map', () => {
  it('draws each named state by itself and all others as one', () => {
    expect(map.lands.map(({ state }) => state)).toEqual([null, 'armenia', 'kazakhstan']);
    expect(map.unknown).toEqual(['Atlantis']);
    for (const { path } of map.lands) expect(path).toMatch(/^(M-?\d+,-?\d+l(-?\d+,-?\d+ ?)+z)+$/);
  });

  it('stays small: no more than 40 kB when packed', () => {
    expect(gzipSync(map.lands.map(({ path }) => path).join('\n')).length).toBeLessThan(40_000);
  });

  it('has north above south, west before east, and nothing outside the region', () => {
    expect(placed(37.62, 55.75)[1]).toBeLessThan(placed(44.51, 40.18)[1]);
    expect(placed(28.86, 47.01)[0]).toBeLessThan(placed(69.24, 41.3)[0]);
    expect(map.at([-74, 40.7])).toBeNull();
    const { width, height } = map.size;
    for (const { label } of map.lands.slice(1)) {
      expect(label?.[0]).toBeGreaterThan(0);
      expect(label?.[0]).toBeLessThan(width);
      expect(label?.[1]).toBeLessThan(height);
    }
  });

  it('names a state where it lies', () => {
    const label = map.lands.find(({ state }) => state === 'armenia')?.label ?? [NaN, NaN];
    const yerevan = placed(44.51, 40.18);
    expect(Math.hypot(label[0] - yerevan[0], label[1] - yerevan[1])).toBeLessThan(30);
  });

  it('draws a rough outline of its points', () => {
    expect(
      map.outline([
        [40, 43],
        [42, 43],
        [42, 42],
      ]),
    ).toMatch(/^M\d+,\d+L\d+,\d+L\d+,\d+Z$/);
  });
});
