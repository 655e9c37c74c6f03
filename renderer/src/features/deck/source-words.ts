import { shortDate } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { DeckFacts } from './deck-page.svelte.ts';

/** Where a deck came from last, in words; none where it was not brought in. */
export function sourceWords({ sources: [source] }: Pick<DeckFacts, 'sources'>): string[] {
  if (!source) return [];
  const { name, at } = source;
  return [at === null ? t('deck.source', name) : t('deck.sourceAt', name, shortDate(at))];
}
