import {
  DEFAULT_SETTINGS,
  LANGUAGES,
  NEW_MIXES,
  REVIEW_ORDERS,
  THEMES,
  type Settings,
} from '../../../core/domain/settings.ts';
import { t } from './locale.svelte.ts';
import { isOneOf } from './one-of.ts';

const isSetting = (key: string): key is keyof Settings => Object.hasOwn(DEFAULT_SETTINGS, key);

/** The name of a setting. */
export const settingName = (key: string): string => (isSetting(key) ? t(`settings.${key}`) : key);

/** Of a setting that is one of several words, the word that was chosen. */
export function settingChoice(key: string, value: string): string {
  if (key === 'language' && isOneOf(LANGUAGES, value)) return t(`settings.language.${value}`);
  if (key === 'theme' && isOneOf(THEMES, value)) return t(`settings.theme.${value}`);
  if (key === 'reviewOrder' && isOneOf(REVIEW_ORDERS, value)) return t(`settings.reviewOrder.${value}`);
  if (key === 'newMix' && isOneOf(NEW_MIXES, value)) return t(`settings.newMix.${value}`);
  return value;
}
