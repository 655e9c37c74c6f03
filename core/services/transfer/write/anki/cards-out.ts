import type { Database } from 'sql.js';
import type { NoteType } from '../../../../domain/note/note-type.ts';
import type { Note } from '../../../../domain/note/note.ts';
import { isInRange } from '../../anki/dates.ts';
import { pausing } from '../../cancellation.ts';
import type { SourceSchedule } from '../../format.ts';
import { idToWrite } from '../../note-ids.ts';
import { plainNote } from '../plain-note.ts';
import { tagsWithoutProgress } from '../tags.ts';
import type { OutgoingNote, WriteOptions } from '../outgoing.ts';
import { CARD_SQL, cardRow } from './card-row.ts';
import type { NumberedDeck } from './decks.ts';
import { ankiNumber, Ids } from './ids.ts';
import { NOTE_SQL, noteRow } from './note-row.ts';
import type { NoteTypesOut } from './note-types-out.ts';

interface Where extends Pick<WriteOptions, 'signal' | 'now' | 'language'> {
  /** Null: without progress. */
  readonly schedule: SourceSchedule | null;
  readonly decks: ReadonlyMap<string, NumberedDeck>;
  readonly types: NoteTypesOut;
  readonly retentionOf: (presetId: string | undefined) => number;
}

/** Writes the rows of notes and cards, as they come. @returns `cardNumbers`: of cards by what reviews call them; `hasMemory`: FSRS decides */
export async function cardsOut(db: Database, notes: AsyncIterable<OutgoingNote>, where: Where) {
  const { schedule, decks, now } = where;
  const [noteIds, cardIds] = [new Ids(), new Ids()];
  const cardNumbers = new Map<string, number>();
  const counts = { notes: 0, cards: 0, leftOut: 0 };
  const pause = pausing(where.signal);
  let hasMemory = false;
  const intoNotes = db.prepare(NOTE_SQL);
  const intoCards = db.prepare(CARD_SQL);
  try {
    for await (const { note, space = 'anki', cards } of notes) {
      await pause();
      const content = contentOf(note, where);
      if (!content) {
        counts.leftOut++;
        continue;
      }
      const noteId = noteIds.take(madeAt(note, now));
      const tags = schedule ? note.tags : tagsWithoutProgress(note.tags);
      const { id: typeId, type, fields } = content;
      intoNotes.run(
        noteRow({ id: noteId, typeId, sortField: type.sortField, note, guid: idToWrite(space, note.id), fields, tags }),
      );
      counts.notes++;
      for (const card of cards) {
        const deck = decks.get(card.deckId);
        if (!deck) throw new RangeError(`no deck ${card.deckId}`);
        const number = ankiNumber(card.sourceId ?? '');
        const id = cardIds.take(number ?? noteId + card.ordinal);
        if (card.sourceId !== undefined) cardNumbers.set(card.sourceId, id);
        hasMemory ||= schedule !== null && card.state?.stabilityDays !== undefined;
        intoCards.run(
          cardRow({
            id,
            noteId,
            deckId: deck.number,
            position: counts.notes,
            modifiedAt: schedule?.at ?? now,
            retention: where.retentionOf(deck.deck.presetId),
            schedule,
            card,
          }),
        );
        counts.cards++;
      }
    }
  } finally {
    intoNotes.free();
    intoCards.free();
  }
  return { ...counts, cardNumbers, hasMemory };
}

/** A note's number says when it was made; where that is not known, nothing. */
const madeAt = ({ createdAt, modifiedAt }: Note, now: number) =>
  Math.min([createdAt, modifiedAt].find(isInRange) ?? 1, now);

/** Null where a plain card can not ask it. */
function contentOf({ content }: Note, { types, language }: Where): (Found & { fields: readonly string[] }) | null {
  if (content.kind === 'fields') return { ...types.given(content.typeId), fields: content.fields };
  const plain = plainNote(content, language);
  return plain && { ...types.own(plain.type), fields: plain.fields };
}

interface Found {
  readonly id: number;
  readonly type: NoteType;
}
