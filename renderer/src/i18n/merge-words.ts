import type { Output } from '../../../core/api/contract.ts';
import { t } from './locale.svelte.ts';

/** What a merge brings, or would bring: the sum, then each device. */
export function mergeWords(
  { added, reviews, devices, media }: Output<'data.merge'>,
  sum: 'merge.would' | 'merge.did',
): string[] {
  if (added + media === 0) return [t('merge.nothing')];
  return [
    t(sum, added, reviews),
    ...devices.map(({ name, events }) => t('merge.device', name === '' ? t('history.otherDevice') : name, events)),
    ...(media > 0 ? [t('merge.media', media)] : []),
  ];
}
