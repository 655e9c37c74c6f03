import { BE_OFFSET } from '../domain/text/years.ts';
import type { Term } from '../domain/course.ts';
import type { Bilingual } from '../domain/question.ts';
import type { Pictures } from '../domain/pictures.ts';
import { compileExercises, compileMap, compilePartners } from './compile-map.ts';
import type { CourseReader } from './course-reader.ts';
import type { DrawMap } from './draw-map.ts';
import { BodiesFile, FiguresFile, MembersFile, TimelineFile } from './schema-pictures.ts';

type Names = readonly Pick<Term, 'id' | 'term' | 'abbr'>[];

/**
 * Reads the data of the pictures; null where the course has none or a mistake is in it.
 * @param terms name the bodies @param drawMap as in `compileMap`
 */
export function compilePictures(reader: CourseReader, terms: Names, drawMap: DrawMap | null): Pictures | null {
  if (!reader.has('timeline.yaml')) return null;
  const timeline = reader.yaml('timeline.yaml', TimelineFile);
  const bodies = reader.yaml('bodies.yaml', BodiesFile);
  const members = reader.yaml('members.yaml', MembersFile);
  const figures = reader.yaml('figures.yaml', FiguresFile);
  if (!timeline || !bodies || !members || !figures) return null;
  const states = members.value.states.map((state) => ({
    ...state,
    spans: state.spans.map(({ to, note, ...span }) => ({
      ...span,
      ...(to !== undefined && { to }),
      ...(note && { note }),
    })),
  }));
  return {
    timeline: [...timeline.value].sort((a, b) => a.date.localeCompare(b.date)),
    bodies: bodies.value.map(({ parent, ...body }) => ({
      ...body,
      ...nameOf(body.id, terms),
      ...(parent !== undefined && { parent }),
    })),
    members: states,
    forces: figures.value.forces.map(({ force, ...figure }) => ({ subject: force, ...figure })),
    operations: figures.value.operations.map(({ operation, year, ...figure }) => ({
      subject: operation,
      asOf: inBothEras(year),
      ...figure,
    })),
    map: compileMap(reader, states, drawMap),
    exercises: compileExercises(reader),
    partners: compilePartners(reader, states),
  };
}

function nameOf(id: string, terms: Names): { name: Bilingual; abbr?: string } {
  const term = terms.find((one) => one.id === id);
  return { name: term?.term ?? { th: id, en: id }, ...(term?.abbr !== undefined && { abbr: term.abbr }) };
}

/** "2018" or "2018-2019" → พ.ศ. 2561–2562 / 2018–2019. Some figures stand in the source without a year. */
function inBothEras(years: string | number | undefined): Bilingual {
  if (years === undefined) return { th: 'เนื้อหาไม่ระบุปี', en: 'no year given' };
  const all = String(years).match(/\d{4}/g) ?? [];
  return { th: `พ.ศ. ${all.map((year) => Number(year) + BE_OFFSET).join('–')}`, en: all.join('–') };
}
