import type { Mastery } from '../../../core/api/contract.ts';
import { percent } from './formats.ts';
import { t } from './locale.svelte.ts';

/** How much is known today, and how that falls without study: predicted shares, what was not read yet counted as 0. */
export const recallWords = ({ today, in7Days, in30Days }: Mastery['recall']): string =>
  t('progress.recall', percent(today.all), percent(in7Days.all), percent(in30Days.all));
