import { isDeepStrictEqual } from 'node:util';
import { recordOf } from '../../domain/history/records.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import { mergedParts, partsOfQuestion, questionOfParts } from '../../domain/note/question-parts.ts';
import type { Progress } from '../../domain/progress.ts';
import { asksToType } from '../../domain/template/asks-to-type.ts';
import { cardsMadeBy } from '../../domain/template/cards-made.ts';
import type { Question } from '../../domain/question.ts';
import { DECK_PART } from './note-question.ts';
import type { PackNote } from './pack-lines.ts';
import { QuestionContentShape } from '../../api/question-shapes.ts';

/** Note type of a note that is a question of the app's own kinds. */
export const QUESTION_TYPE = 'question';

type Content = PackNote['content'];
type Records = Pick<Progress, 'records'>;

/**
 * What a note holds, with what the learner wrote over it; null where that makes no note: its type is not known (here yet), or its
 * question is not whole.
 * @param base as a pack has it; undefined for one that was made here
 */
export function writtenContent(
  progress: Records,
  key: string,
  base: Content | undefined,
  typeOf: (id: string) => NoteType | undefined,
): Content | null {
  const textOf = (part: string | number) => recordOf(progress, 'note-field', `${key}/${part}`)?.text;
  const typeId = recordOf(progress, 'note', key)?.type ?? (base?.kind === 'fields' ? base.typeId : QUESTION_TYPE);
  if (typeId === QUESTION_TYPE) {
    const whole = base?.kind === 'question' ? base : undefined;
    return questionContent(key, whole, textOf);
  }
  const type = typeOf(typeId);
  const own = base?.kind === 'fields' ? base.fields : [];
  if (!type) return base?.kind === 'fields' ? base : null;
  const length = Math.max(own.length, type.fields.length);
  return { kind: 'fields', typeId, fields: Array.from({ length }, (_, i) => textOf(i) ?? own[i] ?? '') };
}

function questionContent(
  key: string,
  base: Extract<Content, { kind: 'question' }> | undefined,
  textOf: (part: string) => string | undefined,
): Content | null {
  const parts = mergedParts(base ? partsOfQuestion(base.question as Question, base.languages) : new Map(), textOf);
  const place = { id: base?.question.id ?? key, lessonId: DECK_PART, sectionId: DECK_PART };
  try {
    const read = QuestionContentShape.safeParse({ kind: 'question', ...questionOfParts(parts, place) });
    return read.success ? read.data : (base ?? null);
  } catch {
    // A body that is no JSON was not written by this version.
    return base ?? null;
  }
}

/** The cards of a note, by what it holds: their ordinals, with their kinds. */
export function cardsOfContent(
  content: Content,
  type: NoteType | undefined,
  tags: readonly string[],
): { readonly ordinal: number; readonly kind: Question['kind'] }[] {
  if (content.kind === 'question') return [{ ordinal: 0, kind: content.question.kind }];
  if (!type) return [];
  return cardsMadeBy(type, { fields: content.fields, tags }).map((ordinal) => {
    const template = type.templates[type.kind === 'cloze' ? 0 : ordinal];
    return { ordinal, kind: template && asksToType(template) ? 'typed' : 'card' };
  });
}

/** Does a changed note type make the cards that the other one does, of any note? */
export const makesTheSame = (type: NoteType, changed: NoteType | undefined): boolean =>
  changed === undefined ||
  changed === type ||
  (changed.kind === type.kind &&
    isDeepStrictEqual(changed.templates.map(making), type.templates.map(making)) &&
    isDeepStrictEqual(changed.fields.map(naming), type.fields.map(naming)));

const making = ({ front, gone }: NoteType['templates'][number]) => [front, gone ?? false];
const naming = ({ name, gone }: NoteType['fields'][number]) => [name, gone ?? false];
