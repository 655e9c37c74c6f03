import type { Output } from '../../../core/api/contract.ts';
import { number } from '../i18n/formats.ts';
import { pick, t } from '../i18n/locale.svelte.ts';
import { sourceDate } from '../i18n/source-dates.ts';
import { exercisesTable, partnersTable, placesTable } from './map-tables.ts';
import type { CoursePictureId } from './course-picture-ids.ts';

type Pictures = Output<'course.pictures'>;
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ids = (evidence: readonly { id: string }[]) => evidence.map(({ id }) => id).join(', ');

/** Every picture as a table, in the language of the interface. */
export function tableOf(picture: CoursePictureId, pictures: Pictures): Table {
  const source = t('pictures.source');
  switch (picture) {
    case 'timeline':
      return {
        caption: t('pictures.timeline'),
        head: [t('timeline.date'), t('timeline.theme'), t('timeline.what'), source],
        rows: pictures.timeline.map(({ date, theme, title, evidence }) => [
          sourceDate(date),
          t(`theme.${theme}`),
          pick(title),
          ids(evidence),
        ]),
      };
    case 'bodies':
      return {
        caption: t('bodies.chart'),
        head: [t('bodies.name'), t('bodies.group'), t('bodies.parent'), t('bodies.function'), source],
        rows: pictures.bodies.map(({ name, group, parent, function: task, evidence }) => {
          const above = pictures.bodies.find(({ id }) => id === parent);
          return [
            pick(name),
            t(`bodies.${group}`),
            above ? pick(above.name) : t('bodies.noParent'),
            pick(task),
            ids(evidence),
          ];
        }),
      };
    case 'members':
      return {
        caption: t('members.matrix'),
        head: [t('members.state'), t('members.from'), t('members.to'), t('members.note'), source],
        rows: pictures.members.flatMap(({ name, spans }) =>
          spans.map(({ from, to, note, evidence }) => [
            pick(name),
            sourceDate(from),
            to === null ? t('members.toEnd') : sourceDate(to),
            note ? pick(note) : '',
            ids(evidence),
          ]),
        ),
      };
    case 'map':
      return placesTable(pictures, ids);
    case 'calendar':
      return exercisesTable(pictures, ids);
    case 'partners':
      return partnersTable(pictures, ids);
    case 'figures':
      return {
        caption: t('pictures.figures'),
        head: [
          t('figures.force'),
          t('figures.what'),
          t('figures.number'),
          t('figures.unit'),
          t('figures.time'),
          source,
        ],
        rows: [...pictures.forces, ...pictures.operations].map(({ name, label, value, unit, asOf, evidence }) => [
          pick(name),
          pick(label),
          number(value),
          pick(unit),
          pick(asOf),
          ids(evidence),
        ]),
      };
  }
}
