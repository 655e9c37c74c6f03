import { t } from '../../i18n/locale.svelte.ts';
import { isSo, type BulkAction } from './bulk-actions.ts';
import type { BrowserPage } from './browser-page.svelte.ts';

/** What an action is called: by what it does to the cards as they are. */
export function actionWords(action: BulkAction, page: BrowserPage): string {
  switch (action) {
    case 'suspended':
      return t(isSo(page, action) ? 'card.unsuspend' : 'card.suspend');
    case 'marked':
      return t(isSo(page, action) ? 'card.unmark' : 'card.mark');
    case 'buried':
      return t(isSo(page, action) ? 'card.unbury' : 'card.bury');
    case 'flag':
      return t('card.flag');
    case 'reset':
      return t('card.reset');
    default:
      return t(`browse.do.${action}`);
  }
}
