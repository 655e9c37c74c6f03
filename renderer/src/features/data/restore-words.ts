import type { Output } from '../../../../core/api/contract.ts';
import { t } from '../../i18n/locale.svelte.ts';

/** What a restore would change, a sentence each; none where nothing would. */
export function restoreWords({
  added,
  takenBack,
  cards,
  reviewsBefore,
  reviewsAfter,
  media,
}: Output<'data.restore'>): string[] {
  return [
    ...(takenBack > 0 && (cards > 0 || reviewsBefore !== reviewsAfter || added > 0)
      ? [t('restore.takenBack', takenBack)]
      : []),
    ...(added > 0 ? [t('restore.added', added)] : []),
    ...(cards > 0 ? [t('restore.cards', cards)] : []),
    ...(reviewsBefore === reviewsAfter ? [] : [t('restore.reviews', reviewsBefore, reviewsAfter)]),
    ...(media > 0 ? [t('restore.media', media)] : []),
  ];
}
