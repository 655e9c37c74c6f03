/** What a format can not hold; the interface says it in words. */
export const LOSSES = [
  /** Questions on pictures that only the app draws are left out. */
  'picture-questions',
  /** Notes of note types, and questions that the format of courses does not take, are left out. */
  'unfit-notes',
  /** Evidence in other courses. */
  'outer-evidence',
  /** Answers that the app grades are graded by the learner. */
  'graded-by-hand',
  /** Of questions in two languages, one. */
  'second-language',
  /** Evidence, level and hints between questions. */
  'question-details',
  /** Cards become text on two sides: no templates, pictures in place, colours, sounds. */
  'card-looks',
  /** Templates and CSS stay here; fields go out. */
  'templates',
  'media',
  'reviews',
  /** Due days and memory. */
  'schedule',
  /** Flags, suspended and buried. */
  'marks',
  'presets',
  /** Of a note whose cards lie in several decks, all come into one. */
  'card-decks',
  'tags',
] as const;
export type LossCode = (typeof LOSSES)[number];
