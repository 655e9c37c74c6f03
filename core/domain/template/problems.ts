/** What is wrong with a template, or with a face that was made by it. The interface says it in words. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly side: Side;
  /** What it is about, as it stands in the template: a field, a section, a filter, a number of a cloze. */
  readonly name: string;
}

export type Side = 'front' | 'back';

export const TEMPLATE_PROBLEMS = [
  /** No field of this name: it shows nothing. */
  'unknown-field',
  /** A section that asks for a field that is not there: it is taken for empty. */
  'unknown-section',
  /** A filter nobody knows: it changes nothing. */
  'unknown-filter',
  /** `{{` without `}}`: shown as it stands. */
  'unclosed-tag',
  /** A section without its end: it ends with the template. */
  'unclosed-section',
  /** An end of a section that is not open: left out. */
  'unopened-section',
  /** Sections within sections beyond any use: the inner ones are left out. */
  'too-deep',
  /** The face would be too long: it is cut. */
  'too-long',
  /** No field shows anything on the front. */
  'blank-front',
  /** The note has no cloze of this number. */
  'missing-cloze',
  /** The note type has no template at this place. */
  'missing-template',
  /** A formula that can not be set: its source is shown. */
  'bad-formula',
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number];
