import type { LibraryItem } from '../../courses/deck-tree.ts';

/** Can notes be put into it? A deck, or a course that the learner made and that has a lesson. */
export const isHome = ({ kind, isOwn, counts }: LibraryItem): boolean =>
  kind === 'deck' || (isOwn === true && counts.lessons > 0);
