import { nameOfMonth } from '../i18n/formats.ts';
import { t } from '../i18n/locale.svelte.ts';
import { eraYear, sourceDate } from '../i18n/source-dates.ts';
import type { Exercise } from './calendar-years.ts';
import { yearOf } from './time-axis.ts';

/** When an exercise was held, in words, as exactly as the source says. */
export function whenHeld({ from, to, yearly }: Exercise): string {
  if (yearly) return t('calendar.yearly', eraYear(yearOf(from)));
  return to === null ? sourceDate(from) : t('calendar.span', sourceDate(from), sourceDate(to));
}

/** The months of a year, short. */
export const monthNames = (): string[] => Array.from({ length: 12 }, (_, month) => nameOfMonth(month, 'short'));
