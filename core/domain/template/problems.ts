/** What is wrong with a template, or with a face that was made by it. The interface says it in words. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly side: Side;
  /** What it is about, as it stands in the template: a field, a section, a filter, a number of a cloze. */
  readonly name: string;
}

export type Side = 'front' | 'back';

export const TEMPLATE_PROBLEMS = [
  'unknown-field',
  'unknown-section',
  'unknown-filter',
  'unclosed-tag',
  'unclosed-section',
  'unopened-section',
  'too-deep',
  'too-long',
  'blank-front',
  'missing-cloze',
  'missing-template',
  'bad-formula',
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number];

/** What a face asks for and never gets: scripts, pages within it, forms, styles that load or run. */
export const STOPPED = ['script', 'page', 'form', 'style'] as const;
export type Stopped = (typeof STOPPED)[number];
