import { lastDeckName, lastOfTitle } from '../../../../core/domain/note/deck-name.ts';
import { daysSpan, noonOf, number, percent, shortDate } from '../../i18n/formats.ts';
import { pick, t } from '../../i18n/locale.svelte.ts';
import { plainPrompt } from '../../i18n/question-words.ts';
import type { CardRow, ColumnName } from './columns.ts';

const NOTHING = '–';
const shown = (value: number | null, words: (value: number) => string): string =>
  value === null ? NOTHING : words(value);

/** What stands in a cell. @param today study day */
export function cellWords(row: CardRow, column: ColumnName, today: number): string {
  switch (column) {
    case 'front':
      return plainPrompt(row.front) || t('deck.noText');
    case 'deck':
      return lastOfTitle(pick(row.course.title));
    case 'kind':
      return row.kind === 'card' ? row.noteType : t(`question.${row.kind}`);
    case 'tags':
      return row.tags.map(lastDeckName).join(', ');
    case 'due':
      return dueWords(row, today);
    case 'recall':
      return shown(row.recall, percent);
    case 'interval':
      return shown(row.intervalDays, daysSpan);
    case 'stability':
      return shown(row.stabilityDays, daysSpan);
    case 'difficulty':
      return shown(row.difficulty, (difficulty) => number(difficulty, 1));
    case 'lapses':
    case 'reps':
      return number(row[column]);
    case 'created':
      return shown(row.createdAt, shortDate);
    case 'edited':
      return shown(row.editedAt, shortDate);
    case 'flag':
      return marksOf(row).join(', ');
  }
}

function dueWords({ suspended, buried, dueDay }: CardRow, today: number): string {
  if (suspended) return t('browse.state.suspended');
  if (dueDay === null) return t('browse.state.new');
  if (buried || dueDay === today + 1) return t('browse.tomorrow');
  return dueDay <= today ? t('deck.today') : shortDate(noonOf(dueDay));
}

/** The flag of a card, and what else stands out. */
function marksOf({ flag, marked, leech }: CardRow): string[] {
  return [
    ...(flag > 0 ? [t(`flag.${flag}` as 'flag.1')] : []),
    ...(marked ? [t('browse.state.marked')] : []),
    ...(leech ? [t('browse.state.leech')] : []),
  ];
}
