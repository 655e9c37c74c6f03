import type { Scope, StudyMode } from '../../question/review-session.svelte.ts';

/** The modes that an address can ask chosen questions in; any other is practice, which changes nothing. */
export const ASKED_MODES = ['review', 'practice', 'cram', 'contrast'] as const satisfies readonly StudyMode[];

/** The filter of an address; what is none asks everything. */
export function readFilter(text: string): NonNullable<Scope['filter']> {
  try {
    const filter: unknown = JSON.parse(text);
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter))
      return filter as NonNullable<Scope['filter']>;
  } catch {
    // Not written by the app: said below.
  }
  return {};
}
