import { describe, expect, it } from 'vitest';
import { placedPlaces, placedStates, type CourseMap, type Place } from './map-places.ts';
import { nearestMark } from './nearest-mark.ts';
import { overlap } from './place-names.ts';

const both = (text: string) => ({ th: text, en: text });
const place = (id: string, at: [number, number] | null): Place => ({
  id,
  name: both(id),
  state: both('state'),
  kind: 'city',
  at,
  events: [],
  notes: [],
});
/** Where the places of the course lie: three of them within 11 units. */
const places = Object.entries({
  minsk: [343, 262],
  'st-petersburg': [450, 85],
  kyiv: [367, 387],
  chisinau: [301, 485],
  moscow: [543, 250],
  sochi: [520, 651],
  yerevan: [623, 777],
  astana: [1206, 372],
  almaty: [1401, 542],
  tashkent: [1237, 697],
  manas: [1345, 607],
  bishkek: [1349, 612],
  kant: [1356, 611],
  'jalal-abad': [1330, 685],
  osh: [1329, 699],
  dushanbe: [1246, 788],
}).map(([id, at]) => place(id, [at[0] ?? 0, at[1] ?? 0]));
const map: CourseMap = {
  width: 1600,
  height: 908,
  lands: [
    { state: null, path: '', label: null },
    { state: 'russia', path: '', label: [900, 220] },
    { state: 'kyrgyzstan', path: '', label: [1345, 612] },
  ],
  disputed: [],
  steps: [],
  places: [...places, place('new-york', null)],
};
const placed = (width: number) =>
  placedPlaces(
    map,
    width,
    ({ name }) => name.en,
    () => false,
  );

describe('places on the map', () => {
  it.each([600, 672, 740, 960, 1480])(
    'at %s px no mark or name covers another, and each mark is as large as a press',
    (width) => {
      const all = placed(width);
      expect(all).toHaveLength(16);
      const areas = all.flatMap(({ x, y, name }) => [
        { left: x - 7, top: y - 7, width: 14, height: 14 },
        ...(name ? [name] : []),
      ]);
      for (const [at, area] of areas.entries())
        for (const other of areas.slice(at + 1)) expect(overlap(area, other)).toBe(false);
      for (const [at, one] of all.entries())
        for (const other of all.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(24);
    },
  );

  it('moves a mark no farther than its neighbours want', () => {
    for (const { x, y, trueX, trueY } of placed(740)) expect(Math.hypot(x - trueX, y - trueY)).toBeLessThan(40);
  });

  it('gives a name no room where its mark says nothing', () => {
    expect(
      placedPlaces(
        map,
        740,
        () => null,
        () => false,
      ).every(({ name }) => name === null),
    ).toBe(true);
  });

  it('names a state where its name covers nothing, else not', () => {
    const names = placedStates(map, 740, (state) => state, placed(740));
    expect(names.map(({ state }) => state)).toEqual(['russia']);
  });

  it('leads from every mark to every other by arrow keys alone', () => {
    const spots = placed(740).map(({ place: { id }, x, y }) => ({ id, x, y }));
    for (const { id } of spots) {
      const reached = new Set([id]);
      for (const from of reached)
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const to = nearestMark(spots, from, key);
          if (to !== undefined) reached.add(to);
        }
      expect(reached.size, id).toBe(spots.length);
    }
  });
});
