import { t } from '../../i18n/locale.svelte.ts';
import type { NoteProblem, NoteWriting } from './note-writing.svelte.ts';

/** The first of these problems in words, once the learner wanted to save; null where there is none. */
export function problemSaid(writing: NoteWriting, ...codes: readonly NoteProblem[]): string | null {
  const problem = writing.firstOf(...codes);
  return problem === null ? null : t(`editor.problem.${problem}`);
}
