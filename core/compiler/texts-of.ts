import type { Course } from '../domain/course.ts';

/** Every string below a value. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A piece of a course that is read by learners and stands neither in a section nor in a question. */
export interface LooseText {
  readonly file: string;
  /** What it belongs to, for the message. */
  readonly what: string;
  readonly texts: readonly string[];
}

/**
 * Titles, objectives and summaries of lessons, gists, terms with their meanings, voices, and the words of the pictures. How the source
 * writes a term (`inSource`) is left out: it is a quotation.
 */
export function looseTextsOf({ lessons, paragraphs, glossary, voices = [], exam, pictures }: Course): LooseText[] {
  const entry = (file: string, id: string, value: unknown): LooseText => ({ file, what: id, texts: textsOf(value) });
  return [
    ...lessons.map(({ id, title, subtitle, objectives, summary }) =>
      entry('lessons', id, [title, subtitle, objectives, summary]),
    ),
    ...paragraphs.map(({ id, gist }) => entry('source.yaml', id, gist)),
    ...glossary.map(({ id, term, meaning }) => entry('glossary.yaml', id, [term, meaning])),
    ...(exam?.parts ?? []).map(({ title }) => entry('course.yaml', 'exam', title)),
    ...voices.map(({ id, name, about }) => entry('voices.yaml', id, [name, about])),
    ...(pictures?.timeline ?? []).map(({ id, title }) => entry('timeline.yaml', id, title)),
    ...(pictures?.bodies ?? []).map((body) => entry('bodies.yaml', body.id, [body.function])),
    ...(pictures?.members ?? []).map(({ id, name, spans }) =>
      entry('members.yaml', id, [name, spans.map(({ note }) => note)]),
    ),
    ...[...(pictures?.forces ?? []), ...(pictures?.operations ?? [])].map(({ subject, label, unit, asOf }) =>
      entry('figures.yaml', subject, [label, unit, asOf]),
    ),
    ...(pictures?.map?.places ?? []).map(({ id, name, state, notes }) =>
      entry('places.yaml', id, [name, state, notes.map(({ text }) => text)]),
    ),
    ...(pictures?.exercises ?? []).map(({ id, name, where, about }) =>
      entry('exercises.yaml', id, [name, where, about]),
    ),
    ...(pictures?.partners ?? []).map(({ id, name, ties }) =>
      entry('partners.yaml', id, [name, ties.map(({ what }) => what)]),
    ),
  ];
}
