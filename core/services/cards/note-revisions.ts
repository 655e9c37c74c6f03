import { noteOfRecord, splitRecordKey, type Records } from '../../domain/history/records.ts';

/** Counts how often the learner changed each note, or took a change back. A record that changes is another object. */
export class NoteRevisions {
  readonly #revisions = new Map<string, number>();
  #known: ReadonlyMap<string, object> = new Map();

  /** Takes what there is as known. */
  look(records: Records): void {
    const now = new Map<string, object>();
    for (const [key, record] of records)
      if (key.startsWith('note/') || key.startsWith('note-field/')) now.set(key, record);
    for (const [key, record] of now) if (this.#known.get(key) !== record) this.#changed(key);
    for (const key of this.#known.keys()) if (!now.has(key)) this.#changed(key);
    this.#known = now;
  }

  /** 0 of a note that was never changed. */
  of(noteKey: string): number {
    return this.#revisions.get(noteKey) ?? 0;
  }

  /** Notes that were ever changed. */
  get notes(): Iterable<[string, number]> {
    return this.#revisions;
  }

  #changed(key: string): void {
    const { type, id } = splitRecordKey(key);
    const note = noteOfRecord(type as 'note' | 'note-field', id);
    this.#revisions.set(note, this.of(note) + 1);
  }
}
