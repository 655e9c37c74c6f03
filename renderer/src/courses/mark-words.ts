import { inDays, noonOf, percent, shortDate } from '../i18n/formats.ts';
import { t } from '../i18n/locale.svelte.ts';
import type { Mark, MemoryMapOf } from './memory-maps.ts';

/** How well a question is remembered and when that fades, in words. */
export function markWords({ recall, fadesOn, suspended }: Mark, { target, today }: MemoryMapOf): string {
  const memory = recall === null ? [t('map.notAsked')] : [t('map.recall', percent(recall))];
  if (suspended) return [...memory, t('map.suspended')].join(' · ');
  return fadesOn === null ? memory.join(' · ') : [...memory, fadingWords(fadesOn, target, today)].join(' · ');
}

export function fadingWords(fadesOn: number, target: number, today: number): string {
  const share = percent(target);
  if (fadesOn > today) return t('map.fades', share, inDays(fadesOn - today, noonOf(fadesOn)));
  return fadesOn === today ? t('map.fadesToday', share) : t('map.faded', share, shortDate(noonOf(fadesOn)));
}
