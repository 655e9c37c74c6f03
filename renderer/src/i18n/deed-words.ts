import type { Deed } from '../../../core/api/contract.ts';
import { pick, t } from './locale.svelte.ts';
import { settingName } from './setting-words.ts';
import { plainPrompt } from './question-words.ts';

/** What was done, named: as it is offered to be taken back. */
export function deedWords(deed: Deed): string {
  const about = deed.prompt ? t('deed.about', plainPrompt(deed.prompt)) : t('deed.cards', deed.cards);
  switch (deed.type) {
    case 'review':
      return t('deed.review', about);
    case 'attempt':
      return t('deed.attempt', about);
    case 'card':
      return t(deed.change?.suspended ? 'deed.suspended' : 'deed.card', about);
    case 'section-read':
      return t('deed.read', deed.lesson ? pick(deed.lesson) : '', deed.sections ?? 1);
    case 'lesson-open':
      return t('deed.open', deed.lesson ? pick(deed.lesson) : '');
    case 'setting':
      return t('deed.setting', (deed.settings ?? []).map(settingName).join(', '));
    case 'preset':
    case 'course-options':
      return t('history.preset');
    case 'goal':
    case 'parameters':
    case 'exam':
    case 'lesson-check':
      return t(`history.${deed.type}`);
    case 'exam-answer':
      return t('deed.examAnswer');
    case 'clock':
      return t('deed.clock');
    case 'note':
    case 'note-field':
      return t('deed.note');
    case 'note-type':
      return t('deed.noteType');
    case 'course':
      return t('deed.course');
    case 'lesson':
    case 'section':
      return t('deed.lesson');
    case 'highlight':
      return t('deed.highlight');
    default:
      return t('deed.other');
  }
}

/** What was taken back, as it is said afterwards. */
export function undoneWords(deed: Deed): string {
  const lesson = deed.lesson ? pick(deed.lesson) : '';
  if (deed.type === 'section-read') return t('deed.unread', lesson, deed.sections ?? 1);
  return t('deed.undone', deedWords(deed));
}
