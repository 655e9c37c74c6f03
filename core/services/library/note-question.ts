import type { NoteType } from '../../domain/note/note-type.ts';
import type { Question } from '../../domain/question.ts';
import { splitPassageKey } from '../../domain/passage-key.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import { render } from '../../domain/template/render.ts';
import type { LineOf } from './pack-lines.ts';

/** The only lesson of a deck, and its only section: there is nothing to be read in it. */
export const DECK_PART = 'cards';

type Content = LineOf<'note'>['content'];

/** A note with what the learner changed in it. */
export interface PresentNote {
  readonly key: string;
  readonly content: Content;
  readonly tags: readonly string[];
}

const both = (text: string) => ({ th: text, en: text });

/**
 * What a card of a note asks. Of a template it is the plain text of its sides, for lists, history and search; what is typed is graded
 * by the machine.
 * @param type of the note, where it has one @param deck whole name of the deck the card lies in
 */
export function questionOf(
  { content, tags, key }: PresentNote,
  type: NoteType | undefined,
  ordinal: number,
  deck: string,
): Question {
  if (content.kind === 'question')
    return {
      ...{ ...content.question, lessonId: DECK_PART, sectionId: DECK_PART },
      // A deck has no passages of its own.
      evidence: content.question.evidence.filter((evidence) => splitPassageKey(evidence) !== null),
    } as Question;
  const base = {
    ...{ id: `${key}#${ordinal}`, lessonId: DECK_PART, sectionId: DECK_PART, inline: false, evidence: [] },
    explanation: both(''),
  };
  if (!type) return { ...base, kind: 'card', prompt: both(''), back: both('') };
  const { front, back, typed } = render(type, { fields: content.fields, tags }, ordinal, { deck });
  const prompt = both(plainText(front.html));
  const other = plainText(back.html);
  if (!typed) return { ...base, kind: 'card', prompt, back: both(other) };
  const accept = [typed.expected];
  return {
    ...{ ...base, kind: 'typed', prompt, explanation: both(''), accept: { th: accept, en: accept } },
    ...(typed.isNc && { accents: 'ignore' }),
  };
}
