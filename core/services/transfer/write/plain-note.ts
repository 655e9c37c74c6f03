import type { NoteType } from '../../../domain/note/note-type.ts';
import type { QuestionContent } from '../../../domain/note/note.ts';
import type { Bilingual, Question } from '../../../domain/question.ts';
import { chosenFaces, matchedFaces, orderedFaces, type Faces } from './plain-faces.ts';
import { clozedText, shownBlank } from './plain-gaps.ts';
import { asHtml, shownDate } from './plain-text.ts';
import { PLAIN_CARD, PLAIN_CLOZE, PLAIN_TYPED } from './plain-types.ts';

export interface PlainNote {
  readonly type: NoteType;
  /** HTML, in the order of the type's fields. */
  readonly fields: readonly string[];
}

export type Language = keyof Bilingual;

/** The language that a question is written in. @param wanted where it has it */
const languageOf = ({ languages }: QuestionContent, wanted: Language): Language =>
  languages.includes(wanted) ? wanted : (languages[0] ?? wanted);

/**
 * A question of one of our kinds as a card that a human grades: what it can be answered from on the front, answer and reason on
 * the back. What is typed stays typed, gaps stay gaps.
 * @returns null for one on a picture that only the app can draw
 */
export function plainNote(content: QuestionContent, wanted: Language): PlainNote | null {
  const { question } = content;
  const language = languageOf(content, wanted);
  const prompt = asHtml(question.prompt[language]);
  const [reason, hint] = [question.explanation, question.hint].map((text) => asHtml(text?.[language] ?? '')) as [
    string,
    string,
  ];
  const card = ({ front, back }: Faces) => ({ type: PLAIN_CARD, fields: [prompt + front, back, reason, hint] });
  const typed = (answer: string, also = '') => ({ type: PLAIN_TYPED, fields: [prompt, answer, also, reason, hint] });
  switch (question.kind) {
    case 'card':
      return card({ front: '', back: asHtml(question.back[language]) });
    case 'choice':
    case 'choices':
      return card(chosenFaces(question, language));
    case 'order':
      return card(orderedFaces(question, language));
    case 'match':
      return card(matchedFaces(question, language));
    case 'date':
      return card({ front: '', back: shownDate(question.answer, language) });
    case 'typed':
      return typed(...typedAnswers(question, language));
    case 'number':
      return typed(...numberAnswers(question, language));
    case 'cloze':
      return {
        type: PLAIN_CLOZE,
        fields: [
          clozedText(
            question.prompt[language],
            question.blanks.map((blank) => shownBlank(blank, language)),
          ),
          reason,
          hint,
        ],
      };
    case 'label':
      return null;
  }
}

type OfKind<K extends Question['kind']> = Extract<Question, { kind: K }>;

function typedAnswers({ accept }: OfKind<'typed'>, language: Language): [string, string] {
  const [first = '', ...others] = accept[language];
  return [asHtml(first), others.map(asHtml).join(' = ')];
}

function numberAnswers({ answer, tolerance, unit }: OfKind<'number'>, language: Language): [string, string] {
  const measure = unit ? ` ${asHtml(unit[language])}` : '';
  const margin = tolerance > 0 ? ` ± ${tolerance}` : '';
  return [String(answer), margin || measure ? `${answer}${margin}${measure}` : ''];
}
