/** What a label takes of a line, px at the size labels are set in. */
const LETTER = 6.9;
const SIDES = 12;
const WIDEST = 230;

const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** The room for a name beside its mark, px; longer names are cut off with an ellipsis. */
export function labelWidth(title: string): number {
  const count = [...letters.segment(title.replace(/[\u2060\u200B]/g, ''))].length;
  return Math.min(WIDEST, Math.ceil(count * LETTER) + SIDES);
}
