import type { Deed } from '../../../core/api/contract.ts';
import { t } from './locale.svelte.ts';

/** What was done to so many cards beside answering them, as the history tells it. */
export function changeWords(change: NonNullable<Deed['change']>, count: number): string {
  if (change.reset) return t('history.reset', count);
  if (change.suspended !== undefined) return t(change.suspended ? 'history.suspended' : 'history.unsuspended', count);
  if (change.buriedUntilDay !== undefined)
    return t(change.buriedUntilDay > 0 ? 'history.buried' : 'history.unburied', count);
  if (change.dueDay !== undefined) return t('history.dueSet', count);
  if (change.flag !== undefined) return t(change.flag > 0 ? 'history.flagged' : 'history.unflagged', count);
  return t(change.marked ? 'history.marked' : 'history.unmarked', count);
}
