import type { CardView, ShownPassage } from '../../../core/api/contract.ts';
import { lastOfTitle } from '../../../core/domain/note/deck-name.ts';
import type { Bilingual } from '../../../core/domain/question.ts';
import { pick, t } from './locale.svelte.ts';

/** What is asked of the learner, in a few words: “choose 3”, “type the year”. */
export function taskOf({ kind, choose, precision, label }: CardView): string {
  if (kind === 'choices' && choose !== undefined) return t('question.choose', choose);
  if (kind === 'date' && precision !== undefined) return t(`question.date.${precision}`);
  return t(label ? `question.label.${label.task}` : `question.${kind}`);
}

/** A prompt as plain text: gaps as dots, no marks of emphasis. */
export const plainPrompt = (prompt: Bilingual): string =>
  pick(prompt)
    .replace(/\{\{\d+\}\}/g, '…')
    .replaceAll('**', '');

/** A passage that a prompt is about, in one line. */
export const passageWords = ({ id, voice, gist }: ShownPassage): string =>
  [id, ...(voice ? [pick(voice.name)] : []), pick(gist)].join(' · ');

/** The small line above a prompt. */
export const kickerOf = (card: CardView): string =>
  card.course.isDeck
    ? t('question.deckKicker', lastOfTitle(pick(card.course.title)), taskOf(card))
    : t('question.kicker', card.lesson.number, taskOf(card));
