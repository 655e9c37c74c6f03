import type { NoteType } from '../../domain/note/note-type.ts';
import type { Question } from '../../domain/question.ts';
import type { CardId } from '../../domain/ids.ts';
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

/** Where a card is asked. */
type QuestionPlace = Pick<Question, 'lessonId' | 'sectionId'> & {
  /** In a course: the question's own evidence, where it names some, else this. */
  readonly evidence?: readonly string[];
  /** Of a note that lies in a course. */
  readonly cardId?: CardId;
};
const IN_DECK: QuestionPlace = { lessonId: DECK_PART, sectionId: DECK_PART };

const both = (text: string) => ({ th: text, en: text });

/**
 * What a card of a note asks. Of a template it is the plain text of its sides, for lists, history and search; what is typed is graded
 * by the machine.
 * @param type of the note, where it has one @param deck whole name of the deck the card lies in @param at in a course
 */
export function questionOf(
  { content, tags, key }: PresentNote,
  type: NoteType | undefined,
  ordinal: number,
  deck: string,
  at = IN_DECK,
): Question {
  const { evidence = [], ...place } = at;
  if (content.kind === 'question') {
    // Of other sorts of evidence nothing is here.
    const named = content.question.evidence.filter((one) => splitPassageKey(one) !== null);
    return { ...content.question, ...place, evidence: named.length > 0 ? named : evidence } as Question;
  }
  const base = { id: `${key}#${ordinal}`, ...place, inline: false, evidence, explanation: both('') };
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
