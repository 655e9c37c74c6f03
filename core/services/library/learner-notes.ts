import { noteOfRecord, splitRecordKey, type RecordOf, type Records } from '../../domain/history/records.ts';

/** What the learner's records say of notes, by the notes' keys. */
export class LearnerNotes {
  readonly removed = new Set<string>();
  /** Decks and courses that notes were put into, by their ids. */
  readonly moved = new Map<string, string>();
  /** Of those that were made here: when. */
  readonly made = new Map<string, number>();
  /** Of which the learner wrote what their cards are made of. */
  readonly written = new Set<string>();

  constructor(records: Records) {
    for (const [key, record] of records) {
      const { type, id } = splitRecordKey(key);
      if (type === 'note-field') this.written.add(noteOfRecord(type, id));
      if (type !== 'note') continue;
      const note = record as RecordOf<'note'>;
      if (note.removed) this.removed.add(id);
      if (note.deck !== undefined) this.moved.set(id, note.deck);
      if (note.type === undefined) continue;
      this.written.add(id);
      this.made.set(id, note.createdAt ?? 0);
    }
  }
}
