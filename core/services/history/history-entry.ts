import type { Output } from '../../api/contract.ts';
import { refOf, splitRef, type JournalEvent } from '../../domain/history/events.ts';
import { eventRefOf, type EventRef } from '../../domain/ids.ts';
import { noteOfRecord, recordOf } from '../../domain/history/records.ts';
import { batchOf } from '../../domain/history/voided.ts';
import { isTrial } from '../../domain/history/trial.ts';
import { eventsIn } from '../../domain/history/stamped-ahead.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { ProgressStore } from '../ports.ts';
import { authoringWords, isAuthoring, type AuthoredNames } from './authoring-entry.ts';

export type Entry = Output<'history.list'>['days'][number]['entries'][number];

/** Where an entry gets its names and texts from. */
export interface EntrySources {
  readonly store: ProgressStore;
  readonly catalog: Catalog;
  readonly library: LibraryNames;
}

/** What is called how, though it may be out of the library. */
export interface LibraryNames extends AuthoredNames {
  /** The whole name of a deck. */
  deckName(deckId: string): string | null;
  /** Plain text of the first card of a note. */
  noteText(noteId: string): string | null;
}

const lessonOf = (catalog: Catalog, courseId: string, lessonId: string) =>
  catalog.courses.find(({ id }) => id === courseId)?.lessons.find(({ id }) => id === lessonId);
const lessonTitle = (catalog: Catalog, courseId: string, lessonId: string) =>
  lessonOf(catalog, courseId, lessonId)?.title ?? null;

const both = (text: string) => ({ th: text, en: text });
const named = (text: string | null) => (text === null ? null : both(text));

type Words = Pick<Entry, 'kind' | 'count' | 'about'> &
  Partial<Pick<Entry, 'change' | 'settings' | 'sections' | 'importId'>>;

function wordsOf(event: JournalEvent, { catalog, library, store }: EntrySources): Words | null {
  switch (event.type) {
    case 'card':
      return {
        kind: 'card-change',
        count: event.cards.length,
        about: event.cards.length === 1 ? (catalog.find(event.cards[0]!)?.question.prompt ?? null) : null,
        change: event.change,
      };
    case 'section-read':
      return {
        kind: 'section-read',
        count: event.sections.length,
        about: lessonTitle(catalog, event.course, event.lesson),
        sections: (lessonOf(catalog, event.course, event.lesson)?.sections ?? []).flatMap(({ id, heading }) =>
          event.sections.includes(id) ? [heading] : [],
        ),
      };
    case 'lesson-open':
      return { kind: 'lesson-open', count: 1, about: lessonTitle(catalog, event.course, event.lesson) };
    case 'setting':
      return { kind: 'setting', count: Object.keys(event.set).length, about: null, settings: Object.keys(event.set) };
    case 'preset':
    case 'course-options':
      return { kind: 'preset', count: 1, about: null };
    case 'parameters':
      return isTrial(event) ? null : { kind: 'parameters', count: 1, about: null };
    case 'goal':
    case 'lesson-check':
      return { kind: event.type, count: 1, about: null };
    case 'exam':
      // Its end is told, and taken back, with its beginning.
      return event.set.parts
        ? { kind: 'exam', count: event.set.parts.reduce((sum, { cards }) => sum + cards.length, 0), about: null }
        : null;
    case 'restore':
      return { kind: 'restore', count: event.takenBack, about: null };
    case 'clock':
      return { kind: 'clock', count: eventsIn(event.spans), about: null };
    case 'import':
      // What came stands in a journal of its own; a device that took it in says so here.
      return event.set.takenInAt
        ? { kind: 'import', count: event.set.cards ?? 0, about: both(event.set.name ?? ''), importId: event.id }
        : null;
    case 'deck':
      return {
        ...{ kind: deckKindOf(event), count: 1 },
        about: named(event.set.name ?? library.deckName(event.id)),
      };
    case 'note':
    case 'note-field':
      return { kind: noteKindOf(event), count: 1, about: named(library.noteText(noteOfRecord(event.type, event.id))) };
    case 'note-type':
      return { kind: 'note-type', count: 1, about: named(event.set.name ?? null) };
    case 'course':
    case 'lesson':
    case 'section':
      return authoringWords(event, library);
    case 'highlight':
      return {
        kind: event.set.removed ? 'highlight-removed' : event.set.quote ? 'highlight-added' : 'highlight-change',
        count: 1,
        about: named(event.set.quote ?? recordOf(store.progress, 'highlight', event.id)?.quote ?? null),
      };
    case 'merge':
      return { kind: 'merge', count: event.events, about: null };
    default:
      // Reviews are counted by the day; attempts, places and undos are told by what they belong to.
      return null;
  }
}

function deckKindOf({ set }: Extract<JournalEvent, { type: 'deck' }>): Entry['kind'] {
  if (set.removed) return 'deck-removed';
  return set.createdAt ? 'deck-added' : 'deck-named';
}

function noteKindOf(event: Extract<JournalEvent, { type: 'note' | 'note-field' }>): Entry['kind'] {
  if (event.type === 'note' && event.set.removed) return 'note-removed';
  return event.type === 'note' && event.set.createdAt ? 'note-added' : 'note-change';
}

/** What takes the event back, and all that came with it: of an import all that was brought in. */
const nameToUndo = (event: JournalEvent): EventRef =>
  event.type === 'import' ? eventRefOf(event.id, 1) : (batchOf(event) ?? refOf(event));
const namedBy = (ref: EventRef) => ({ ...splitRef(ref), batch: splitRef(ref).seq });

/** What one event is to the learner; null where it is told with others. */
export function entryOf(event: JournalEvent, sources: EntrySources): Entry | null {
  const { store } = sources;
  const words = wordsOf(event, sources);
  if (words === null) return null;
  const ref = nameToUndo(event);
  const undone = store.isUndone(event) || store.isUndone(namedBy(ref));
  const other = event.device === store.device ? null : store.deviceName(event.device);
  return {
    ref,
    at: event.at,
    ...words,
    device: event.type === 'merge' || event.type === 'restore' ? event.from : other,
    undone,
    undoable: event.type !== 'merge' && (!undone || store.undoOf(ref) !== null),
  };
}

/**
 * Several changes that count as one.
 * @param head one of its events: of decks the first, which is the one they lie below @param count cards, decks or events @param notes how many
 */
export function batchEntry(head: JournalEvent, count: number, notes: number, sources: EntrySources): Entry | null {
  if (head.type === 'import') return entryOf(head, sources);
  const { store } = sources;
  const ref = refOf({ device: head.device, seq: head.batch! });
  const undone = store.isUndone(head);
  return {
    ref,
    at: head.at,
    ...batchWords(head, count, notes, sources),
    device: head.device === store.device ? null : store.deviceName(head.device),
    undone,
    undoable: !undone || store.undoOf(ref) !== null,
  };
}

function batchWords(head: JournalEvent, count: number, notes: number, sources: EntrySources): Words {
  if (head.type === 'card') return { kind: 'card-change', change: head.change, count, about: null };
  // However many sections of a lesson were written, or lessons got another place, one thing was done.
  if (isAuthoring(head)) return authoringWords(head, sources.library);
  const words =
    head.type === 'deck' || head.type === 'note' || head.type === 'note-field' ? wordsOf(head, sources) : null;
  if (words === null) return { kind: 'import', count, about: null };
  if (head.type === 'deck') return { ...words, count };
  return notes === 1 ? words : { ...words, count: notes, about: null };
}
