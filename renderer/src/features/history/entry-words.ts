import { pick, t } from '../../i18n/locale.svelte.ts';
import { changeWords } from '../../i18n/change-words.ts';
import { dayRange, number, percent, weekdayName } from '../../i18n/formats.ts';
import { settingChoice, settingName } from '../../i18n/setting-words.ts';
import { plainPrompt } from '../../i18n/question-words.ts';
import type { HistoryEntry } from './history-days.svelte.ts';

/** Settings that are shown in percent. */
const SHARES: ReadonlySet<string> = new Set(['fontScale', 'retention', 'readingRate']);

const namesOf = ({ settings = [] }: HistoryEntry): string => settings.map(settingName).join(', ');

/** What a list holds, in words: weekdays by name, spans of days by their first and last. */
function valuesWords(
  key: string,
  values: readonly (number | { readonly from: number; readonly to: number })[],
): string {
  const one = (value: (typeof values)[number]) => {
    if (typeof value !== 'number') return dayRange(value.from, value.to);
    return key === 'easyDays' ? weekdayName(value, 'long') : number(value);
  };
  return values.map(one).join(', ');
}

/** “Text size 100 → 110 %” */
function settingWords({ key, from, to }: NonNullable<HistoryEntry['changes']>[number]): string {
  const name = settingName(key);
  if (typeof from === 'number' && typeof to === 'number') {
    if (!SHARES.has(key)) return t('history.settingChange', name, number(from), number(to));
    return t('history.settingChange', name, number(Math.round(from * 100)), percent(to));
  }
  const word = (value: typeof from) => {
    if (typeof value === 'string') return settingChoice(key, value);
    if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off');
    if (typeof value === 'number') return number(value);
    return value.length === 0 ? t('settings.none') : valuesWords(key, value);
  };
  return t('history.settingChange', name, word(from), word(to));
}

/** What was done, in the learner's language. */
export function entryWords(entry: HistoryEntry): string {
  const { kind, count, about } = entry;
  switch (kind) {
    case 'reviews':
      return t('history.reviews', count);
    case 'practice':
      return t('history.practice', count);
    case 'card-change':
      return changeWords(entry.change ?? {}, count);
    case 'section-read':
      return t('history.sectionRead', count);
    case 'lesson-open':
      return t('history.lessonOpen');
    case 'setting':
      return t('history.setting', (entry.changes ?? []).map(settingWords).join(', ') || namesOf(entry));
    case 'preset':
    case 'goal':
    case 'parameters':
    case 'exam':
    case 'lesson-check':
      return t(`history.${kind}`);
    case 'import':
      return t(entry.importId === undefined ? 'history.import' : 'history.importCards', count);
    case 'deck-added':
      return t('history.deck-added', deckName(about));
    case 'deck-named':
    case 'deck-removed':
      return t(`history.${kind}`, deckName(about), count);
    case 'note-change':
      return t('history.noteChange', count);
    case 'note-added':
      return t('history.noteAdded', count);
    case 'note-removed':
      return t('history.noteRemoved', count);
    case 'note-type':
      return t('history.noteType');
    case 'course-added':
    case 'course-change':
    case 'course-removed':
    case 'lesson-added':
    case 'lesson-change':
    case 'lesson-removed':
    case 'highlight-added':
    case 'highlight-change':
    case 'highlight-removed':
      return t(`history.${kind}`);
    case 'restore':
      return t('history.restore', count);
    case 'clock':
      return t('history.clock', count);
    case 'merge':
      return t('history.merge', count);
  }
}

const deckName = (about: HistoryEntry['about']): string => (about ? pick(about) : t('history.someDeck'));

/** Several entries of one kind, in words: those still in force are counted. */
export function groupWords(group: readonly HistoryEntry[]): string {
  const [first] = group;
  const count = group.reduce((sum, entry) => sum + (entry.undone ? 0 : entry.count), 0);
  if (first?.kind === 'section-read') return t('history.sectionRead', count);
  if (first?.kind === 'lesson-open') return t('history.lessonsOpened', count);
  return t(first?.kind === 'setting' ? 'history.settings' : 'history.cardChanges', count);
}

/** What it is about, and where it was done, beside the words. */
export function entryDetails({ kind, about, device, sections = [] }: HistoryEntry): string {
  const name = device === '' ? t('history.otherDevice') : device;
  const where = name === null ? [] : [t(kind === 'merge' || kind === 'restore' ? 'history.from' : 'history.on', name)];
  const read = sections.map((heading) => t('history.about', pick(heading)));
  const isNamed = kind.startsWith('deck-');
  return [...read, ...(about && !isNamed ? [t('history.about', plainPrompt(about))] : []), ...where].join(' · ');
}
