import type { Output } from '../../../core/api/contract.ts';
import { pick, t } from '../i18n/locale.svelte.ts';
import { sourceDate } from '../i18n/source-dates.ts';
import { whenHeld } from './exercise-dates.ts';
import type { Table } from './picture-tables.ts';

type Pictures = Output<'course.pictures'>;

/** What each place is told of, a row each. */
export function placesTable({ map, timeline }: Pictures, ids: (evidence: readonly { id: string }[]) => string): Table {
  return {
    caption: t('pictures.map'),
    head: [t('places.place'), t('places.state'), t('timeline.date'), t('places.what'), t('pictures.source')],
    rows: (map?.places ?? []).flatMap(({ name, state, events, notes }) => [
      ...timeline
        .filter(({ id }) => events.includes(id))
        .map(({ date, title, evidence }) => [pick(name), pick(state), sourceDate(date), pick(title), ids(evidence)]),
      ...notes.map(({ text, evidence }) => [pick(name), pick(state), '', pick(text), ids(evidence)]),
    ]),
  };
}

export function exercisesTable({ exercises }: Pictures, ids: (evidence: readonly { id: string }[]) => string): Table {
  return {
    caption: t('calendar.chart'),
    head: [t('calendar.name'), t('calendar.when'), t('calendar.whereHeld'), t('calendar.forces'), t('pictures.source')],
    rows: exercises.map((exercise) => {
      const whole = exercises.find(({ id }) => id === exercise.partOf);
      const about = pick(exercise.about);
      return [
        pick(exercise.name),
        whenHeld(exercise),
        exercise.where ? pick(exercise.where) : t('calendar.notStated'),
        whole ? `${about} · ${t('calendar.partOf', pick(whole.name))}` : about,
        ids(exercise.evidence),
      ];
    }),
  };
}

export function partnersTable({ partners }: Pictures, ids: (evidence: readonly { id: string }[]) => string): Table {
  return {
    caption: t('partners.chart'),
    head: [t('partners.name'), t('partners.ring'), t('partners.date'), t('partners.tie'), t('pictures.source')],
    rows: partners.flatMap(({ name, ring, ties }) =>
      ties.map(({ what, date, evidence }) => [
        pick(name),
        t(`ring.${ring}`),
        date === null ? t('partners.undated') : sourceDate(date),
        pick(what),
        ids(evidence),
      ]),
    ),
  };
}
