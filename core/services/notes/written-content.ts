import type { Input } from '../../api/contract.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import { questionProblems, type QuestionProblem } from '../../domain/note/question-problems.ts';
import type { Question } from '../../domain/question.ts';
import { DECK_PART } from '../library/note-question.ts';
import { cardsOfContent } from '../library/written-notes.ts';

/** What a note holds while it is written. */
export type Written = Input<'note.add'>['content'];
export type Draft = Extract<Written, { kind: 'question' }>['question'];

/** A question that stands in a deck. @param id key of its note */
export const placedQuestion = (draft: Draft, id = DECK_PART): Question =>
  ({ ...draft, id, lessonId: DECK_PART, sectionId: DECK_PART, inline: false }) as Question;

/** The same without its place, to be edited. */
export function draftOf(question: Question): Draft {
  const { id: _, cardId: __, lessonId: ___, sectionId: ____, inline: _____, ...draft } = question;
  return structuredClone(draft) as Draft;
}

/** Ordinals of the cards it would have. @param type of a note with fields */
export const cardsOfWritten = (content: Written, tags: readonly string[], type: NoteType | undefined): number[] =>
  cardsOfContent(
    content.kind === 'question' ? { ...content, question: placedQuestion(content.question) } : content,
    type,
    tags,
  ).map(({ ordinal }) => ordinal);

/** Why nothing of it can be asked, in the order a form shows it; nothing where it can. */
export function whyNot(
  content: Written,
  tags: readonly string[],
  type: NoteType | undefined,
): (QuestionProblem | 'no-cards')[] {
  if (content.kind === 'question') return questionProblems(placedQuestion(content.question), content.languages);
  return cardsOfWritten(content, tags, type).length === 0 ? ['no-cards'] : [];
}
