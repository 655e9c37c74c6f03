/** Words that are painted over the page without a change of it. Where the browser can not, they are only scrolled to. */
export type Painted = 'lesson-found' | 'lesson-found-now' | 'lesson-spoken' | 'lesson-chosen';

const canPaint = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

/** Paints these words, and no others, in the way of the name. */
export function paint(name: Painted, ranges: readonly Range[]): void {
  if (!canPaint()) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Px of the window's edges under which words do not count as seen: bars stand there. */
const EDGE = 96;

/** Brings words into sight where they are not. */
export function bringIntoSight(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= EDGE && bottom <= innerHeight - EDGE) return;
  scrollTo({ top: scrollY + top - innerHeight / 3 });
}
