import type { SEARCH_KINDS } from '../../../../core/api/search-methods.ts';
import type { IconName } from '../../ui/icon-paths.ts';

export type PaletteKind = 'view' | 'command' | 'setting' | 'cards' | (typeof SEARCH_KINDS)[number];

/** A text with what of it was looked for. */
interface Marked {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** One line that can be chosen: it leads somewhere, or does something. */
export interface PaletteItem {
  /** Unique among all. */
  readonly id: string;
  readonly icon: IconName;
  readonly title: Marked;
  readonly detail: Marked | null;
  readonly place: string;
  readonly to: string | (() => void);
  /** Chooses it from wherever the learner is. */
  readonly hotkey?: string;
  /** The palette stays open. */
  readonly stays?: true;
}

export interface PaletteGroup {
  readonly kind: PaletteKind;
  /** How well its best is found, as `rankOf` says. */
  readonly best: number;
  readonly total: number;
  readonly items: readonly PaletteItem[];
}

/** Of groups that are found as well as each other. */
const ORDER: readonly PaletteKind[] = [
  ...(['view', 'setting', 'command', 'course', 'lesson', 'term', 'question', 'note', 'passage'] as const),
  ...(['highlight', 'cards'] as const),
];

export const inOrder = (groups: readonly PaletteGroup[]): PaletteGroup[] =>
  groups.toSorted((a, b) => a.best - b.best || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
