import { noteOfRecord, splitRecordKey, type Records } from '../../domain/history/records.ts';

/** Records that say which decks, packs and types there are: with one of them all may be otherwise. */
const OF_ALL: ReadonlySet<string> = new Set(['import', 'deck', 'note-type']);
/** Records of single notes. */
const OF_NOTES: ReadonlySet<string> = new Set(['note', 'note-field']);

/** Records of the learner's own courses, whose ids begin with the course's. */
const OF_COURSES: ReadonlySet<string> = new Set(['course', 'lesson', 'section']);

/** What of the library has changed: all of it, or notes by their keys and own courses by their ids. */
export type LibraryChange = 'all' | { readonly notes: ReadonlySet<string>; readonly courses: ReadonlySet<string> };

/** Tells from the records what of the library has changed since it was asked last. A record that changes is another object. */
export class RecordChanges {
  #known: ReadonlyMap<string, object> | null = null;

  /** Takes what there is as known. */
  since(records: Records): LibraryChange {
    const before = this.#known;
    const now = new Map<string, object>();
    for (const [key, record] of records) {
      const type = key.slice(0, key.indexOf('/'));
      if (OF_ALL.has(type) || OF_NOTES.has(type) || OF_COURSES.has(type)) now.set(key, record);
    }
    this.#known = now;
    if (before === null) return 'all';
    const [notes, courses] = [new Set<string>(), new Set<string>()];
    const isOfSome = (key: string): boolean => {
      const { type, id } = splitRecordKey(key);
      if (type === 'note' || type === 'note-field') notes.add(noteOfRecord(type, id));
      else if (OF_COURSES.has(type)) courses.add(id.split('/', 1)[0]!);
      else return false;
      return true;
    };
    for (const [key, record] of now) if (before.get(key) !== record && !isOfSome(key)) return 'all';
    for (const key of before.keys()) if (!now.has(key) && !isOfSome(key)) return 'all';
    return { notes, courses };
  }
}
