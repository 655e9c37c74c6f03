/** A section on the page, in px from its top. */
interface SectionOnPage {
  readonly scrollY: number;
  readonly windowHeight: number;
  readonly pageHeight: number;
  /** Tops of the questions that are still open and that the reader has not come to yet. */
  readonly waiting: readonly number[];
}
export type SpaceStep = { readonly scrollTo: number } | 'question' | 'continue';

/** A page down leaves some lines in sight. */
const PAGE = 0.85;
/** So much of a question must be in sight before it is gone to. */
const IN_SIGHT_PX = 80;
const ABOVE_QUESTION_PX = 120;

/** What Space does where a lesson is read: a page down, to the first question on the way, or on when nothing is left unseen. */
export function spaceStep({ scrollY, windowHeight, pageHeight, waiting }: SectionOnPage): SpaceStep {
  const lastTop = Math.max(0, pageHeight - windowHeight);
  const page = Math.min(lastTop, scrollY + windowHeight * PAGE);
  const first = Math.min(...waiting);
  if (first + IN_SIGHT_PX <= scrollY + windowHeight || (waiting.length > 0 && lastTop - scrollY < 1)) return 'question';
  if (lastTop - scrollY < 1) return 'continue';
  return { scrollTo: Math.min(page, Math.max(scrollY + 1, first - ABOVE_QUESTION_PX)) };
}
