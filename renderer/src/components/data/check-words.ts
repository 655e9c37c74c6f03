import type { Output } from '../../../../core/api/contract.ts';
import { t } from '../../i18n/locale.svelte.ts';

/** What a check found and mended, a sentence each. */
export function checkWords({ journal, state, library, backups }: Output<'data.check'>): string[] {
  const found = [
    ...(journal.damaged > 0 ? [t('check.damaged', journal.damaged)] : []),
    ...(journal.missing > 0 ? [t('check.missing', journal.missing)] : []),
    ...(journal.recovered > 0 ? [t('check.recovered', journal.recovered)] : []),
    ...(state === 'rebuilt' ? [t('check.rebuilt')] : []),
    ...(state === 'kept' ? [t('check.kept')] : []),
    ...(library.damaged > 0 ? [t('check.media', library.damaged, library.recovered)] : []),
    ...(backups.damaged.length > 0 ? [t('check.backups', backups.damaged.join(', '))] : []),
  ];
  return found.length === 0 ? [t('check.right', journal.events)] : [t('check.read', journal.events), ...found];
}
