import type { Output } from '../../../../core/api/contract.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { Change } from './card-changes.svelte.ts';

/** What was done to so many cards, and what was left as it is and why. */
export function changedWords(change: Change, { cards, notes, leftAlone }: Output<'card.change'>): string {
  const left = leftAlone.map(({ why, cards: some }) => t(`browse.left.${why}`, some));
  return [cards === 0 ? t('browse.did.nothing') : didWords(change, cards, notes), ...left].join(' ');
}

function didWords(change: Change, cards: number, notes: number): string {
  switch (change.what) {
    case 'move':
      return t('browse.did.move', cards, change.deck);
    case 'tags':
      return t('browse.did.tags', notes);
    case 'flag':
      return change.flag === 0
        ? t('browse.did.unflag', cards)
        : t('browse.did.flag', cards, t(`flag.${change.flag}` as 'flag.1'));
    case 'marked':
      return t(change.marked ? 'browse.did.mark' : 'browse.did.unmark', cards);
    case 'suspended':
      return t(change.suspended ? 'browse.did.suspend' : 'browse.did.unsuspend', cards);
    case 'buried':
      return t(change.buried ? 'browse.did.bury' : 'browse.did.unbury', cards);
    case 'reset':
      return t('browse.did.reset', cards);
    case 'due':
      return t('browse.did.due', cards);
    case 'removed':
      return t('browse.did.removed', notes, cards);
    case 'replace':
      return t('browse.did.replace', notes);
  }
}
