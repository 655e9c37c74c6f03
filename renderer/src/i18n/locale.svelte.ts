import type { Bilingual } from '../../../core/domain/question.ts';
import type { Settings } from '../../../core/domain/settings.ts';
import { keepWhole } from '../../../core/domain/unbroken.ts';
import { en } from './en.ts';
import { th } from './th.ts';
import { TH_WORDS } from './th-words.ts';

export type Language = 'th' | 'en';
type Texts = typeof en;
export type TextKey = keyof Texts;
type Given<K extends TextKey> = Texts[K] extends (...given: infer P) => string ? P : [];

const TEXTS: Record<Language, Texts> = { th, en };
const whole = keepWhole(TH_WORDS);

/** The language of the interface. Everything that reads it in markup changes at once when it does. */
class Locale {
  language = $state<Language>('en');
  /** `system` is Thai where the learner's browser names Thai at all. */
  use(wanted: Settings['language'], system: readonly string[] = navigator.languages): void {
    const thai = system.some((tag) => tag.toLowerCase().startsWith('th'));
    this.language = wanted === 'system' ? (thai ? 'th' : 'en') : wanted;
  }
}
export const locale = new Locale();

/** A text of the interface in the language in use. */
export function t<K extends TextKey>(key: K, ...given: Given<K>): string {
  const text = TEXTS[locale.language][key] as string | ((...given: unknown[]) => string);
  const words = typeof text === 'string' ? text : text(...given);
  return locale.language === 'th' ? whole(words) : words;
}

export type PlainKey = { [K in TextKey]: Texts[K] extends string ? K : never }[TextKey];
/** A text in every language there is: who searches may know a thing by another name. */
export const inAllLanguages = (key: PlainKey): string[] => Object.values(TEXTS).map((texts) => texts[key]);

/** The side of a bilingual text in the language in use. */
export const pick = (text: Bilingual): string => text[locale.language];
