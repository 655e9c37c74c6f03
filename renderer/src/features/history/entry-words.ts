import { t } from '../../i18n/locale.svelte.ts';
import { plainPrompt } from '../../i18n/question-words.ts';
import type { HistoryEntry } from './history-days.svelte.ts';

function changeWords({ change = {}, count }: HistoryEntry): string {
  if (change.reset) return t('history.reset', count);
  if (change.suspended !== undefined) return t(change.suspended ? 'history.suspended' : 'history.unsuspended', count);
  if (change.buriedUntilDay !== undefined)
    return t(change.buriedUntilDay > 0 ? 'history.buried' : 'history.unburied', count);
  if (change.flag !== undefined) return t(change.flag > 0 ? 'history.flagged' : 'history.unflagged', count);
  return t(change.marked ? 'history.marked' : 'history.unmarked', count);
}

/** What was done, in the learner's language. */
export function entryWords(entry: HistoryEntry): string {
  const { kind, count } = entry;
  switch (kind) {
    case 'reviews':
      return t('history.reviews', count);
    case 'practice':
      return t('history.practice', count);
    case 'card-change':
      return changeWords(entry);
    case 'section-read':
      return t('history.sectionRead', count);
    case 'lesson-open':
      return t('history.lessonOpen');
    case 'setting':
      return t(
        'history.setting',
        (entry.settings ?? []).map((key) => t(`settings.${key}` as 'settings.title')).join(', '),
      );
    case 'import':
      return t('history.import', count);
    case 'restore':
      return t('history.restore', count);
    case 'merge':
      return t('history.merge', count);
  }
}

/** What it is about, and where it was done, beside the words. */
export function entryDetails({ kind, about, device }: HistoryEntry): string {
  const name = device === '' ? t('history.otherDevice') : device;
  const where = name === null ? [] : [t(kind === 'merge' || kind === 'restore' ? 'history.from' : 'history.on', name)];
  return [...(about ? [t('history.about', plainPrompt(about))] : []), ...where].join(' · ');
}
