import type { Course } from '../../domain/course.ts';
import type { Pictures } from '../../domain/pictures.ts';
import type { Problems } from '../problems.ts';

interface Cited {
  readonly id: string;
  readonly evidence: readonly string[];
}

/** Everything the data of the pictures names exists, and each id in it once. */
export function checkPictureReferences({ pictures, paragraphs, glossary }: Course, problems: Problems): void {
  if (!pictures) return;
  const known = new Set(paragraphs.map(({ id }) => id));
  const terms = new Set(glossary.map(({ id }) => id));
  const complain = (file: string, message: string) => problems.add({ file, message });
  for (const [file, entries] of Object.entries(citedIn(pictures))) {
    for (const { id, evidence } of entries) {
      if (evidence.length === 0) complain(file, `${id}: rests on no paragraph: name one as its evidence`);
      for (const paragraph of evidence) if (!known.has(paragraph)) complain(file, `${id}: no paragraph "${paragraph}"`);
    }
  }
  const named = (file: string, entries: readonly { readonly id: string }[]) => {
    const seen = new Set<string>();
    for (const { id } of entries) {
      if (seen.has(id)) complain(file, `id "${id}" is used twice`);
      seen.add(id);
    }
    return seen;
  };
  const events = named('timeline.yaml', pictures.timeline);
  const bodies = named('bodies.yaml', pictures.bodies);
  for (const { id, parent } of pictures.bodies) {
    if (!terms.has(id)) complain('bodies.yaml', `no term "${id}"`);
    if (parent !== undefined && !bodies.has(parent)) complain('bodies.yaml', `${id}: no body "${parent}"`);
  }
  for (const { subject } of [...pictures.forces, ...pictures.operations]) {
    if (!terms.has(subject)) complain('figures.yaml', `no term "${subject}"`);
  }
  const exercises = named('exercises.yaml', pictures.exercises);
  for (const { id, partOf } of pictures.exercises) {
    if (partOf !== undefined && !exercises.has(partOf)) complain('exercises.yaml', `${id}: no exercise "${partOf}"`);
  }
  named('partners.yaml', pictures.partners);
  if (!pictures.map) return;
  const { places, steps } = pictures.map;
  named('places.yaml', places);
  for (const event of [...steps, ...places.flatMap((place) => place.events)]) {
    if (!events.has(event)) complain('places.yaml', `no event "${event}" in timeline.yaml`);
  }
  for (const { id, events: own, notes } of places) {
    if (own.length + notes.length === 0) complain('places.yaml', `${id}: nothing happened there`);
  }
}

/** What rests on paragraphs, by file. */
function citedIn(pictures: Pictures): Readonly<Record<string, readonly Cited[]>> {
  const parts = (id: string, entries: readonly Omit<Cited, 'id'>[]) =>
    entries.map(({ evidence }) => ({ id, evidence }));
  return {
    'timeline.yaml': pictures.timeline,
    'bodies.yaml': pictures.bodies,
    'members.yaml': pictures.members.flatMap(({ id, spans }) => parts(id, spans)),
    'figures.yaml': [...pictures.forces, ...pictures.operations].flatMap((figure) => parts(figure.subject, [figure])),
    'places.yaml': (pictures.map?.places ?? []).flatMap(({ id, notes }) => parts(id, notes)),
    'exercises.yaml': pictures.exercises,
    'partners.yaml': pictures.partners.flatMap(({ id, ties }) => parts(id, ties)),
  };
}
