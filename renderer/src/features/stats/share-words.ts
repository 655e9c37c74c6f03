import type { Cell } from '../../charts/chart-table.ts';
import type { ShareRow } from '../../charts/share-rows.ts';
import { percent } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { StatsPage } from './statistics.svelte.ts';

export type Share = StatsPage['totals']['retention'];

/** A share as a row of a chart. */
export function shareRow(id: string, name: string, note: string, share: Share, fill?: string): ShareRow {
  return {
    id,
    name,
    note,
    share: share.share,
    low: share.low,
    high: share.high,
    label: shareWords(name, share),
    ...(fill !== undefined && { fill }),
  };
}

function shareWords(name: string, { share, low, high, answers }: Share): string {
  if (share === null || low === null || high === null) return t('stats.noShare', name);
  return t('stats.shareOf', name, percent(share, 1), percent(low, 1), percent(high, 1), answers);
}

/** What the hair at a share means. */
export const intervalEntry = (color: string) => ({ label: t('stats.interval'), color, look: 'line' as const });

/** Heads and cells of a share in a table, behind what it is of. */
export const shareHeads = () => [
  t('stats.col.answers'),
  t('stats.col.right'),
  t('stats.col.share'),
  t('stats.col.low'),
  t('stats.col.high'),
];
export const shareCells = ({ answers, right, share, low, high }: Share): Cell[] => [answers, right, share, low, high];

/** The lowest edge of an axis of shares that shows all of them: a round tenth. */
export function leastOf(shares: readonly (number | null)[], most = 0.8): number {
  const lowest = Math.min(most, ...shares.filter((share) => share !== null));
  return Math.max(0, Math.floor(lowest * 10) / 10);
}
