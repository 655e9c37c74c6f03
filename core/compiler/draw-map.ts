import { geoArea, geoConicConformal, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { CourseMap } from '../domain/pictures.ts';

interface Region {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}
/** A state to be told apart from the rest of the land, by its English name. */
interface NamedState {
  readonly id: string;
  readonly name: string;
}
interface DrawnMap {
  readonly size: Pick<CourseMap, 'width' | 'height'>;
  readonly lands: CourseMap['lands'];
  /** States the data set does not know by their names. */
  readonly unknown: readonly string[];
  /** A point of the earth on the map; null where it is not on it. */
  readonly at: (point: readonly [number, number]) => readonly [number, number] | null;
  readonly outline: (points: readonly (readonly [number, number])[]) => string;
}

/** Units of the map: enough for its paths to be whole numbers. */
const WIDTH = 1600;
/** Islands and leftovers smaller than this, square units, are left out. */
const LEAST_AREA = 12;
const world = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

export type DrawMap = (region: Region, states: readonly NamedState[]) => DrawnMap;

/** Draws the land of a region (Natural Earth), each of the named states by itself and all the rest as one. */
export function drawMap(region: Region, states: readonly NamedState[]): DrawnMap {
  const { projection, height } = projectionOf(region);
  const path = geoPath(projection).digits(0);
  const countries = feature(world, world.objects.countries).features;
  const drawn = countries.flatMap((country) => {
    const d = shortened(path(country) ?? '');
    return d === '' ? [] : [{ name: country.properties.name, country, d }];
  });
  const own = states.flatMap(({ id, name }) => {
    const found = drawn.find((one) => one.name === name);
    return found ? [{ state: id, path: found.d, label: rounded(path.centroid(largestPart(found.country))) }] : [];
  });
  const rest = drawn.filter(({ name }) => !states.some((state) => state.name === name));
  return {
    size: { width: WIDTH, height },
    lands: [{ state: null, path: rest.map(({ d }) => d).join(''), label: null }, ...own],
    unknown: states.filter(({ name }) => !drawn.some((one) => one.name === name)).map(({ name }) => name),
    at: (point) => {
      const placed = projection([point[0], point[1]]);
      if (!placed) return null;
      const [x, y] = rounded(placed);
      return x >= 0 && y >= 0 && x <= WIDTH && y <= height ? [x, y] : null;
    },
    outline: (points) =>
      `M${points.map((point) => rounded(projection([point[0], point[1]]) ?? [0, 0]).join()).join('L')}Z`,
  };
}

/** A conic projection that keeps shapes, filled by the region. */
function projectionOf({ west, east, south, north }: Region): { projection: GeoProjection; height: number } {
  const edge: [number, number][] = [];
  for (let lon = west; lon <= east; lon += (east - west) / 16) edge.push([lon, south], [lon, north]);
  const points: GeoPermissibleObjects = { type: 'MultiPoint', coordinates: edge };
  const span = north - south;
  const projection = geoConicConformal()
    .parallels([south + span / 6, north - span / 6])
    .rotate([-(west + east) / 2, 0])
    .fitWidth(WIDTH, points);
  const [[, top], [, bottom]] = geoPath(projection).bounds(points);
  const [x, y] = projection.translate();
  const height = Math.round(bottom - top);
  return {
    projection: projection.translate([x, y - top]).clipExtent([
      [0, 0],
      [WIDTH, height],
    ]),
    height,
  };
}

const rounded = ([x, y]: readonly [number, number]): [number, number] => [Math.round(x), Math.round(y)];

/** The part of a country with the most land: its name stands on it. */
function largestPart(country: GeoJSON.Feature): GeoPermissibleObjects {
  if (country.geometry.type !== 'MultiPolygon') return country;
  const parts = country.geometry.coordinates.map((coordinates): GeoJSON.Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most));
}

/** A path of whole numbers without points that repeat and without rings too small to see, in relative steps. */
function shortened(d: string): string {
  return (d.match(/M[^MZ]*Z/g) ?? [])
    .flatMap((ring) => {
      const points = ring
        .slice(1, -1)
        .split('L')
        .map((pair): [number, number] => {
          const [x = 0, y = 0] = pair.split(',').map(Number);
          return [x, y];
        })
        .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1]);
      return points.length > 2 && areaOf(points) >= LEAST_AREA ? [steps(points)] : [];
    })
    .join('');
}

function steps([first, ...others]: readonly [number, number][]): string {
  if (!first) return '';
  let [x, y] = first;
  const moves = others.map(([nextX, nextY]) => {
    const move = `${nextX - x},${nextY - y}`;
    [x, y] = [nextX, nextY];
    return move;
  });
  return `M${first.join()}l${moves.join(' ')}z`;
}

const areaOf = (points: readonly [number, number][]): number =>
  Math.abs(
    points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;
