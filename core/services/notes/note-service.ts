import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { recordOf } from '../../domain/history/records.ts';
import { changedParts, partsOfQuestion } from '../../domain/note/question-parts.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import type { Learner } from '../courses/learner.ts';
import { cardIdOfNote, noteKeyOf, noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName, isOwnCourse } from '../library/own-course.ts';
import { QUESTION_TYPE } from '../library/written-notes.ts';
import type { NewEvent } from '../ports.ts';
import { placeIn, standIn, type PlaceSet } from './note-stand.ts';
import { cardsOfWritten, draftOf, placedQuestion, whyNot, type Written } from './written-content.ts';

/** Notes as the learner writes and changes them: an event a field, so that devices merge field by field. */
export class NoteService {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** @throws AppError `not-found`, `data-corrupt`; `bad-input` where neither id is given */
  get({ noteId, cardId }: Input<'note.get'>): Output<'note.get'> {
    const key = noteId ?? (cardId && noteKeyOfCard(cardId));
    if (key === undefined) throw new AppError('bad-input', 'which note is not said', { method: 'note.get' });
    const { content, tags, type, original, createdAt, modifiedAt } = this.library.note(key);
    const cards = this.library.cardsOf(key);
    const deck = cards[0]?.course;
    const isEdited = (place: number) => recordOf(this.learner.progress, 'note-field', `${key}/${place}`) !== undefined;
    return {
      noteId: key,
      deck: deck ? { id: deck.id, name: courseName(deck) } : null,
      stand: deck && isOwnCourse(deck) ? placeIn(deck, this.library.noteStand(key)) : null,
      type: type?.name ?? (content.kind === 'question' ? content.question.kind : ''),
      typeId: content.kind === 'fields' ? content.typeId : null,
      fields:
        content.kind === 'question'
          ? []
          : content.fields.flatMap((text, place) => {
              const field = type?.fields[place];
              if (field?.gone) return [];
              const isRightToLeft = field?.isRightToLeft ?? false;
              return [{ place, name: field?.name ?? '', text, isEdited: isEdited(place), isRightToLeft }];
            }),
      question:
        content.kind === 'question'
          ? { languages: [...content.languages], question: draftOf(content.question as Question) }
          : null,
      tags: [...tags],
      cards: cards.map((card) => ({ cardId: card.cardId, deckId: card.course.id })),
      isOwn: original === undefined,
      createdAt: Math.max(0, createdAt),
      modifiedAt: Math.max(0, modifiedAt),
    };
  }

  /** @throws AppError `not-found` for a deck or note type that is not there; `bad-input` with why nothing can be asked */
  async add({ deckId, stand, content, tags }: Input<'note.add'>): Promise<Output<'note.add'>> {
    const home = this.library.home(deckId);
    const place = standIn(home, stand);
    const reason = whyNot(content, tags, this.#typeOf(content))[0];
    if (reason) throw refused('note.add', reason);
    const key = noteKeyOf('own', randomUUID());
    const now = this.learner.clock.now();
    const type = content.kind === 'question' ? QUESTION_TYPE : content.typeId;
    const events: NewEvent[] = [
      // What lies in a deck keeps it there, also when the import that brought the deck is taken back.
      ...(!isOwnCourse(home) && recordOf(this.learner.progress, 'deck', deckId)?.name === undefined
        ? [{ type: 'deck', id: deckId, set: { name: home.name } } as const]
        : []),
      {
        type: 'note',
        id: key,
        set: { type, deck: deckId, ...place, createdAt: now, ...(tags.length > 0 && { tags }) },
      },
      ...partsOf(key, content).map(([part, text]) => field(key, part, text)),
    ];
    const made = cardsOfWritten(content, tags, this.#typeOf(content)).map((ordinal) => cardIdOfNote(key, ordinal));
    events.push(...this.#introducing(deckId, place, made));
    await this.learner.store.appendBatch(events);
    return { noteId: key, cards: made };
  }

  /** @throws AppError `not-found`; `bad-input` for a field the note has not, or with why nothing of it can be asked */
  async set({ noteId, fields = {}, question, tags, deckId, stand }: Input<'note.set'>): Promise<void> {
    const note = this.library.note(noteId);
    const count = note.content.kind === 'fields' ? note.content.fields.length : 0;
    if (Object.keys(fields).some((place) => Number(place) >= count) || (question && count > 0))
      throw new AppError('bad-input', 'the note has no such field', { method: 'note.set', field: 'fields' });
    const events = Object.entries(fields).map(([place, text]) => field(noteId, String(Number(place)), text));
    if (question && note.content.kind === 'question') {
      const reason = whyNot({ kind: 'question', ...question }, tags ?? note.tags, undefined)[0];
      if (reason) throw refused('note.set', reason);
      const before = partsOfQuestion(note.content.question as Question, note.content.languages);
      const after = partsOfQuestion(placedQuestion(question.question), question.languages);
      for (const [part, text] of changedParts(before, after)) events.push(field(noteId, part, text));
    }
    const place = deckId === undefined ? {} : standIn(this.library.home(deckId), stand);
    const isEdited = events.length > 0 || tags !== undefined;
    const set = {
      ...(tags !== undefined && { tags }),
      ...(deckId !== undefined && { deck: deckId, ...place }),
      ...(isEdited && { editedAt: this.learner.clock.now() }),
    };
    if (Object.keys(set).length > 0) events.push({ type: 'note', id: noteId, set });
    if (deckId !== undefined)
      events.push(
        ...this.#introducing(
          deckId,
          place,
          this.library.cardsOf(noteId).map(({ cardId }) => cardId),
        ),
      );
    if (events.length > 0) await this.learner.store.appendBatch(events);
  }

  /** What is asked of a section that was read already is in the schedule at once. */
  #introducing(course: string, { lesson, section }: PlaceSet, cards: readonly CardId[]): NewEvent[] {
    if (!lesson || !section || this.learner.lessonState(course, lesson)?.read[section] === undefined) return [];
    const introduces = cards.filter((card) => this.learner.cardState(card).introducedAt === null);
    return introduces.length > 0 ? [{ type: 'section-read', course, lesson, sections: [], introduces }] : [];
  }

  /** @throws AppError `not-found` */
  async remove({ noteIds }: Input<'note.remove'>): Promise<Output<'note.remove'>> {
    const keys = [...new Set(noteIds)];
    for (const key of keys) this.library.note(key);
    await this.learner.store.appendBatch(keys.map((id): NewEvent => ({ type: 'note', id, set: { removed: true } })));
    return { notes: keys.length };
  }

  #typeOf(content: Written) {
    if (content.kind === 'question') return undefined;
    const type = this.library.types.find(content.typeId);
    if (!type) throw new AppError('not-found', 'no such note type', { what: 'note-type', id: content.typeId });
    return type;
  }
}

const field = (key: string, part: string, text: string | null): NewEvent => ({
  ...{ type: 'note-field', id: `${key}/${part}` },
  set: { text },
});

const partsOf = (key: string, content: Written): readonly (readonly [string, string])[] =>
  content.kind === 'question'
    ? [...partsOfQuestion(placedQuestion(content.question, key), content.languages)].filter(([, text]) => text !== '')
    : content.fields.flatMap((text, place) => (text === '' ? [] : [[String(place), text] as const]));

const refused = (method: string, reason: string) =>
  new AppError('bad-input', `nothing of this can be asked: ${reason}`, { method, field: 'content', reason });

/** What the contract asks of it. */
export function noteHandlers(notes: NoteService) {
  return {
    'note.get': async (input) => notes.get(input),
    'note.add': (input) => notes.add(input),
    'note.set': async (input) => {
      await notes.set(input);
      return { done: true };
    },
    'note.remove': (input) => notes.remove(input),
  } satisfies Partial<Handlers>;
}
