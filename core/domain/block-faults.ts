/**
 * What Markdown may hold and a lesson can not show as it is meant. In a lesson of the learner's own the words stand there all the same;
 * a course that is compiled is refused for it.
 */
export const BLOCK_FAULTS = [
  /** Code, a rule or another block that lessons have not. */
  'block',
  /** HTML, which stands there as text. */
  'html',
  /** A block inside a list or quotation, which may hold text alone. */
  'nested',
  /** A link that leads out of the course. */
  'link',
  /** A picture among words: it must be a paragraph of its own. */
  'image',
  'no-words',
  'citation',
] as const;
export type BlockFault = (typeof BLOCK_FAULTS)[number];
