import type { Output } from '../../../core/api/contract.ts';
import { labelWidth } from './label-width.ts';
import { overlap, placeNames, type Area } from './place-names.ts';
import { spreadMarks } from './spread-marks.ts';

type Pictures = Output<'course.pictures'>;
export type CourseMap = NonNullable<Pictures['map']>;
export type Place = CourseMap['places'][number];
export type TimelineEvent = Pictures['timeline'][number];

/** Px: the size of a mark, as large as a press needs, and what is drawn of it. */
export const MARK = 24;
const DOT = 7;
/** A name on the map is never cut off. */
const SLACK = 8;
const STATE_LINE = 18;

/** A place as it stands on the map, px. */
export interface PlacedPlace {
  readonly place: Place;
  /** Where its mark stands, and where the place truly lies: marks of neighbours are moved apart. */
  readonly x: number;
  readonly y: number;
  readonly trueX: number;
  readonly trueY: number;
  /** Where its name stands; null where there is no room, and a number stands for it. */
  readonly name: Area | null;
}

/**
 * Places on a map drawn `width` px wide. Names that come first find room first.
 * @param textOf what stands beside a mark; null: nothing
 */
export function placedPlaces(
  { places, ...map }: CourseMap,
  width: number,
  textOf: (place: Place) => string | null,
  first: (place: Place) => boolean,
): PlacedPlace[] {
  const scale = width / map.width;
  const height = map.height * scale;
  const onMap = places.flatMap((place) =>
    place.at ? [{ place, id: place.id, x: place.at[0] * scale, y: place.at[1] * scale }] : [],
  );
  const spread = spreadMarks(onMap, MARK, width, height);
  const wanting = onMap
    .map(({ place, id }, at) => ({ place, id, x: spread[at]?.x ?? 0, y: spread[at]?.y ?? 0 }))
    .sort((a, b) => Number(first(b.place)) - Number(first(a.place)));
  const names = placeNames(
    wanting.flatMap(({ place, ...mark }) => {
      const text = textOf(place);
      return [{ ...mark, name: text === null ? Infinity : labelWidth(text) + SLACK }];
    }),
    DOT + 2,
    width,
    height,
  );
  return onMap.map(({ place, id, x, y }, at) => ({
    place,
    x: spread[at]?.x ?? x,
    y: spread[at]?.y ?? y,
    trueX: x,
    trueY: y,
    name: names.get(id) ?? null,
  }));
}

/** Names of states on their land, where neither a mark nor a name of a place stands. */
export function placedStates(
  map: CourseMap,
  width: number,
  nameOf: (state: string) => string | null,
  placed: readonly PlacedPlace[],
): { readonly state: string; readonly text: string; readonly area: Area }[] {
  const scale = width / map.width;
  const taken = placed.flatMap(({ x, y, name }): Area[] => {
    const mark = { left: x - DOT, top: y - DOT, width: 2 * DOT, height: 2 * DOT };
    return name ? [mark, name] : [mark];
  });
  return map.lands.flatMap(({ state, label }) => {
    const text = state === null ? null : nameOf(state);
    if (state === null || text === null || !label) return [];
    const name = labelWidth(text);
    const [x, y] = [label[0] * scale, label[1] * scale];
    const area = [0, -1, 1]
      .map((lines) => ({
        left: x - name / 2,
        top: y + (lines - 1) * (STATE_LINE / 2),
        width: name,
        height: STATE_LINE,
      }))
      .find((wanted) => !taken.some((other) => overlap(wanted, other)));
    if (!area || area.top < 0 || area.left < 0 || area.left + name > width) return [];
    taken.push(area);
    return [{ state, text, area }];
  });
}
