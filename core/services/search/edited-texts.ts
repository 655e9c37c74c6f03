import { recordsOf, type RecordOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import { contains, type Needle } from '../../domain/text/needle.ts';
import { breathe } from '../jobs/slices.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { formsOf, noteTexts } from './note-texts.ts';

type FieldRecord = RecordOf<'note-field'>;
/** Notes that are read between two turns of the loop. */
const AT_ONCE = 50;

/** Notes in which the learner changed a field: few, read as they are now, and looked through at each search. */
export class EditedTexts {
  /** Forms of the fields, by the name of the note. */
  readonly #forms = new Map<string, readonly string[]>();
  #known = new Map<string, FieldRecord>();
  #libraryVersion = -1;

  constructor(
    private readonly library: DeckLibrary,
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {}

  has(key: string): boolean {
    return this.#forms.has(key);
  }

  get keys(): Iterable<string> {
    return this.#forms.keys();
  }

  /** Fields as they are now, of a note that was changed. */
  fields(key: string): readonly string[] {
    return this.#forms.get(key) ?? [];
  }

  find(needle: Needle): Set<string> {
    const found = new Set<string>();
    for (const [key, fields] of this.#forms) if (fields.some((form) => contains(form, needle))) found.add(key);
    return found;
  }

  /** Takes up what was changed. @returns whether anything was */
  async refresh(): Promise<boolean> {
    const now = new Map(recordsOf(this.progress(), 'note-field'));
    const isOtherLibrary = this.#libraryVersion !== this.library.version;
    const stale = new Set<string>();
    for (const [id, record] of now) if (isOtherLibrary || this.#known.get(id) !== record) stale.add(noteOf(id));
    for (const id of this.#known.keys()) if (!now.has(id)) stale.add(noteOf(id));
    this.#known = now;
    this.#libraryVersion = this.library.version;
    const edited = new Set(Array.from(now.keys(), noteOf));
    let read = 0;
    for (const key of stale) {
      if (edited.has(key) && this.library.placeOf(key)) this.#forms.set(key, this.#read(key));
      else this.#forms.delete(key);
      if (++read % AT_ONCE === 0) await breathe();
    }
    return stale.size > 0;
  }

  /** A note whose pack is damaged there holds nothing. */
  #read(key: string): readonly string[] {
    try {
      return formsOf(noteTexts(this.library.note(key).content));
    } catch {
      return [];
    }
  }
}

/** The note of a changed field. @param id `<note>/<place of the field>` */
const noteOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));
