import type { CourseMap, Pictures } from '../domain/pictures.ts';
import type { CourseReader } from './course-reader.ts';
import type { DrawMap } from './draw-map.ts';
import { ExercisesFile, PartnersFile, PlacesFile } from './schema-map.ts';

type Members = Pictures['members'];

/**
 * The map of places.yaml; null where the course has none or a mistake is in it.
 * @param drawMap null where the outlines of the world are not at hand
 */
export function compileMap(reader: CourseReader, members: Members, drawMap: DrawMap | null): CourseMap | null {
  const file = reader.optional('places.yaml', PlacesFile);
  if (!file) return null;
  const { region, disputed, steps, places } = file.value;
  if (!drawMap) {
    reader.problems.add({ file: 'places.yaml', message: 'no map can be drawn here' });
    return null;
  }
  const map = drawMap(
    region,
    members.map(({ id, name }) => ({ id, name: name.en })),
  );
  const complain = (line: number, message: string) => reader.problems.add({ file: 'places.yaml', line, message });
  map.unknown.forEach((name) => complain(1, `no state "${name}" in the data of the map`));
  return {
    ...map.size,
    lands: map.lands,
    disputed: disputed.map(({ name, within, outline }, at) => {
      if (within !== undefined && !members.some(({ id }) => id === within))
        complain(file.lineOf(['disputed', at, 'within']), `no state "${within}" in members.yaml`);
      return { name, path: map.outline(outline), ...(within !== undefined && { within }) };
    }),
    steps,
    places: places.map(({ at, ...place }, index) => {
      const spot = at ? map.at(at) : null;
      if (at && !spot) complain(file.lineOf(['places', index, 'at']), `${place.id} lies outside the region`);
      return { ...place, at: spot };
    }),
  };
}

export function compileExercises(reader: CourseReader): Pictures['exercises'] {
  const file = reader.optional('exercises.yaml', ExercisesFile);
  return (file?.value ?? []).map(({ partOf, to, yearly, where, ...exercise }) => ({
    ...exercise,
    ...(partOf !== undefined && { partOf }),
    ...(to !== undefined && { to }),
    ...(yearly && { yearly }),
    ...(where && { where }),
  }));
}

/** The partners with the members of the end of the text in the middle. */
export function compilePartners(reader: CourseReader, members: Members): Pictures['partners'] {
  const file = reader.optional('partners.yaml', PartnersFile);
  if (!file) return [];
  const { tie, evidence } = file.value.members;
  const inside = members.filter(({ spans }) => spans.some(({ to }) => to === undefined));
  return [
    ...inside.map(({ id, name }) => ({ id, name, ring: 'members' as const, ties: [{ what: tie, evidence }] })),
    ...file.value.partners.map(({ ties, ...partner }) => ({
      ...partner,
      ties: ties.map(({ date, ...own }) => ({ ...own, ...(date !== undefined && { date }) })),
    })),
  ];
}
