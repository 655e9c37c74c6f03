/** Root locale: where one cluster ends does not depend on the learner's language. */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The characters a reader sees: a Thai letter with its marks (and SARA AM) is one, so is é however it is stored. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
