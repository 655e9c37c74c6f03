/** Px to the edge of the window, and to what the note stands at the side of. */
const EDGE = 20;
/** Px between a note and the words over or under it, and to the edge of the window there. */
const GAP = 6;
const MARGIN = 8;

export type Where = 'under' | 'text' | 'aside';
interface Size {
  readonly width: number;
  readonly height: number;
}
type Area = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
/** The first line of the anchor's words, the paragraph and the picture they stand in; in px of the window. */
export interface Areas {
  readonly words: Area;
  readonly text: Area;
  readonly picture: Area;
}
interface Place {
  readonly left: number;
  readonly top: number;
  /** Px that it may be high there, where that is less than it would be: the rest is scrolled to. */
  readonly room?: number;
}
/** A note beside a picture that is longer than the window is cut to this many px, not fewer: below that it goes up, over what stands there. */
const LEAST_SEEN = 240;

/** Where a note of this size goes in a window of that size, so that what it is about stays in sight. */
export function placeOf(size: Size, { words, text, picture }: Areas, where: Where, window: Size): Place {
  if (where === 'aside') {
    const below = window.height - picture.top - EDGE;
    const isCut = size.height > below && picture.top >= EDGE && below >= LEAST_SEEN;
    if (isCut) return { ...side(size, words, window), top: picture.top, room: below };
    return { ...side(size, words, window), top: clamp(picture.top, EDGE, size, window) };
  }
  const beside = text.right + EDGE;
  if (where === 'text' && beside + size.width + MARGIN <= window.width)
    return { left: beside, top: clamp(words.top - GAP, MARGIN, size, window) };
  const top = (where === 'text' ? overOrUnder(size, text, window) : null) ?? overOrUnder(size, words, window);
  if (top === null) return side(size, words, window);
  return { left: Math.max(MARGIN, Math.min(words.left, window.width - size.width - MARGIN)), top };
}

/** Null: neither fits. */
function overOrUnder({ height }: Size, area: Area, window: Size): number | null {
  const under = area.bottom + GAP;
  if (under + height < window.height) return under;
  const over = area.top - height - GAP;
  return over >= MARGIN ? over : null;
}

/** At the right edge, or at the left of the words where they would be covered; low, where a long note fits best. */
function side(size: Size, words: Area, window: Size): Place {
  const right = window.width - size.width - EDGE;
  const left = words.right + EDGE < right ? right : Math.max(MARGIN, words.left - size.width - EDGE);
  return { left, top: Math.max(MARGIN, window.height - size.height - EDGE) };
}

const clamp = (top: number, least: number, { height }: Size, window: Size) =>
  Math.max(least, Math.min(top, window.height - height - EDGE));
