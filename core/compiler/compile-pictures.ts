import { BE_OFFSET } from '../domain/text/years.ts';
import { existsSync } from 'node:fs';
import type { Term } from '../domain/course.ts';
import type { Bilingual } from '../domain/question.ts';
import type { Pictures } from '../domain/pictures.ts';
import { compileExercises, compileMap, compilePartners } from './compile-map.ts';
import type { Problems } from './problems.ts';
import { readYaml } from './read-yaml.ts';
import { BodiesFile, FiguresFile, MembersFile, TimelineFile } from './schema-pictures.ts';

type Names = readonly Pick<Term, 'id' | 'term' | 'abbr'>[];

/**
 * Reads the data of the pictures; null where the course has none or a mistake is in it.
 * @param terms name the bodies
 */
export function compilePictures(folder: string, terms: Names, problems: Problems): Pictures | null {
  if (!existsSync(`${folder}/timeline.yaml`)) return null;
  const timeline = readYaml(folder, 'timeline.yaml', TimelineFile, problems);
  const bodies = readYaml(folder, 'bodies.yaml', BodiesFile, problems);
  const members = readYaml(folder, 'members.yaml', MembersFile, problems);
  const figures = readYaml(folder, 'figures.yaml', FiguresFile, problems);
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
    map: compileMap(folder, states, problems),
    exercises: compileExercises(folder, problems),
    partners: compilePartners(folder, states, problems),
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
