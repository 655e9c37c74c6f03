import type { CardFilter, StudyMode } from '../../question/review-session.svelte.ts';

/** The modes that an address can ask chosen questions in. */
const MODES = ['review', 'practice', 'cram', 'contrast'] as const satisfies readonly StudyMode[];

/** The mode that an address names; an unknown one is practice, which changes nothing. */
export const modeOf = (name: string): StudyMode => MODES.find((mode) => mode === name) ?? 'practice';

/** The filter that an address says; the host looks whether it is one. What is not JSON asks everything. */
export function filterOf(text: string): CardFilter {
  try {
    const filter: unknown = JSON.parse(text);
    return typeof filter === 'object' && filter !== null ? filter : {};
  } catch {
    return {};
  }
}
