import type { Progress } from '../../domain/progress.ts';
import { contains, type Needle } from '../../domain/text/needle.ts';
import { breathe } from '../jobs/slices.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { LearnerNotes } from '../library/learner-notes.ts';
import { RecordChanges } from '../library/record-changes.ts';
import { formsOf, noteTexts } from './note-texts.ts';

/** Notes that are read between two turns of the loop. */
const AT_ONCE = 50;

/** Notes that the learner wrote, or changed: few, read as they are now, and looked through at each search. */
export class EditedTexts {
  /** Forms of the fields, by the name of the note. */
  readonly #forms = new Map<string, readonly string[]>();
  readonly #changes = new RecordChanges();

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

  /** Takes up what was changed. */
  async refresh(): Promise<void> {
    const { records } = this.progress();
    const changed = this.#changes.since(records);
    const { written } = new LearnerNotes(records);
    if (changed === 'all') this.#forms.clear();
    let read = 0;
    for (const key of changed === 'all' ? written : changed.notes) {
      if (written.has(key)) this.#forms.set(key, this.#read(key));
      else this.#forms.delete(key);
      if (++read % AT_ONCE === 0) await breathe();
    }
  }

  /** A note that is not there, or whose pack is damaged there, holds nothing. */
  #read(key: string): readonly string[] {
    try {
      return formsOf(noteTexts(this.library.note(key).content));
    } catch {
      return [];
    }
  }
}
