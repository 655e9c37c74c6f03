import type { Evidence } from '../../../../core/api/contract.ts';
import type { Lesson } from './lesson-reading.svelte.ts';

export type Note = { readonly term: Lesson['terms'][number] } | { readonly evidence: readonly Evidence[] };
/** What was pressed in the text: a term, or the paragraphs behind a sentence. */
export type AskedOfCourse = { readonly termId: string } | { readonly paragraphs: readonly string[] };
/** Or a passage that the learner marked. */
export type Asked = AskedOfCourse | { readonly highlightId: string };

/** The note for what was asked; null when the course has nothing to say. */
export function noteFor(lesson: Lesson, asked: AskedOfCourse): Note | null {
  if ('termId' in asked) {
    const term = lesson.terms.find(({ id }) => id === asked.termId);
    return term ? { term } : null;
  }
  const known = lesson.sections.flatMap((section) => section.evidence);
  const evidence = asked.paragraphs.flatMap((id) => known.find((passage) => passage.id === id) ?? []);
  return evidence.length > 0 ? { evidence } : null;
}
