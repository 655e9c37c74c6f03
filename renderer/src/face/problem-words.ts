import { t } from '../i18n/locale.svelte.ts';

const KNOWN = [
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

/** A fault of a template in words. @param name what it is about, as it stands in the template */
export function problemWords(code: string, name: string): string {
  const known = KNOWN.find((each) => each === code);
  return known ? t(`face.problem.${known}`, name) : t('face.problem.other', code);
}
