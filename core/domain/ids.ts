import { EVENT_REF, LESSON_KEY, MAX_ID } from './history/limits.ts';

declare const brand: unique symbol;
/** A text that was looked at, or made, as the name of one kind of thing: no other text goes in its place. */
type Name<Kind extends string> = string & { readonly [brand]: Kind };

/** Names a card for ever: `<course id>/<question id>`. */
export type CardId = Name<'CardId'>;
/** Names a lesson for ever: `<course id>/<lesson id>`. */
export type LessonKey = Name<'LessonKey'>;
/** Names one event for ever: `<device id>:<sequence number>`. */
export type EventRef = Name<'EventRef'>;

export const cardIdOf = (courseId: string, questionId: string): CardId => `${courseId}/${questionId}` as CardId;
/** The card that a question of a course is asked as. */
export const cardIdIn = (courseId: string, { id, cardId }: { readonly id: string; readonly cardId?: CardId }): CardId =>
  cardId ?? cardIdOf(courseId, id);
/** What the name of a card begins with: its course's id, or of a note its space. */
export function courseIdOf(card: CardId): string {
  const slash = card.indexOf('/');
  return slash < 0 ? card : card.slice(0, slash);
}
export const lessonKeyOf = (courseId: string, lessonId: string): LessonKey => `${courseId}/${lessonId}` as LessonKey;
export const eventRefOf = (device: string, seq: number): EventRef => `${device}:${seq}` as EventRef;

function parsed<T extends string>(text: string, isOne: boolean, what: string): T {
  if (!isOne) throw new RangeError(`no ${what}: "${text.slice(0, 80)}"`);
  return text as T;
}

/** A text that names a card, perhaps of a course that is not there any more. @throws RangeError where it is empty or too long */
export const parseCardId = (text: string): CardId =>
  parsed(text, text.length > 0 && text.length <= MAX_ID, 'name of a card');
/** @throws RangeError where it names no lesson of a course */
export const parseLessonKey = (text: string): LessonKey => parsed(text, LESSON_KEY.test(text), 'name of a lesson');
/** @throws RangeError where it is not a device and a sequence number */
export const parseEventRef = (text: string): EventRef => parsed(text, EVENT_REF.test(text), 'name of an event');
