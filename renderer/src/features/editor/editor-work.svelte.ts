import type { Client } from '../../../../core/api/client.ts';
import { AppError, type ErrorCode } from '../../../../core/domain/errors.ts';
import type { AskedSentence } from '../../courses/sentence-to-ask.ts';
import { DraftKeeping } from '../../app/draft-keeping.ts';
import { codeOf } from '../../app/failure.ts';
import { Task } from '../../app/task.svelte.ts';
import { beginWithSentence } from './begun-question.ts';
import { draftIdOf, keptDrafts, newDraftId, type KeptDraft } from './kept-drafts.ts';
import type { LastMade } from './last-made.ts';
import {
  NoteWriting,
  type FieldItem,
  type GivenNote,
  type Making,
  type NoteProblem,
  type NoteTypeItem,
  type WrittenNote,
} from './note-writing.svelte.ts';

interface Owner {
  readonly call: Client;
  readonly now: () => number;
  readonly last: LastMade;
}
/** A note that is changed: by its own id, or that of a card of it. */
export type WhichNote = { readonly noteId: string } | { readonly cardId: string };

/** Writing one note: what is needed for it, its draft, and its saving. */
export class EditorWork {
  readonly writing = new NoteWriting();
  readonly task = new Task();
  types = $state.raw<readonly NoteTypeItem[]>([]);
  /** The note that is changed; null where a new one is written, or it is not known yet. */
  note = $state.raw<GivenNote | null>(null);
  knownTags = $state.raw<readonly string[]>([]);
  drafts = $state.raw<readonly KeptDraft[]>([]);
  keptAt = $state.raw<number | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  isThere = $state(false);
  /** What was saved last was not as it was before. */
  didChange = false;
  readonly #owner: Owner;
  readonly #keeping: DraftKeeping<WrittenNote>;
  /** What was written when it was sent: a new deck has its id by then. */
  #sent = '';
  readonly #which: WhichNote | null;
  /** Fields that wait while notes of the other sort, on pictures or of text, are written. */
  #apart: string[] = [];

  readonly type = $derived.by(() => {
    const { making } = this.writing;
    return making.kind === 'fields' ? this.types.find(({ id }) => id === making.typeId) : undefined;
  });
  /** Rows of the form: those of the type, or of a note whose type is known by the note alone. */
  readonly fields = $derived.by((): readonly FieldItem[] => this.type?.fields ?? this.note?.fields ?? []);

  constructor(owner: Owner, which: WhichNote | null) {
    this.#owner = owner;
    this.#which = which;
    this.#keeping = new DraftKeeping({
      ...{ call: owner.call, now: owner.now, id: newDraftId() },
      onkept: (at) => (this.keptAt = at),
    });
  }

  /**
   * @param deckId of the deck one comes from @param decks there are, the likeliest first
   * @param sentence that a new note is made of
   */
  readonly load = async (
    deckId: string | null,
    decks: readonly string[],
    sentence: AskedSentence | null = null,
  ): Promise<void> => {
    const { call } = this.#owner;
    this.failed = null;
    try {
      const which = this.#which;
      const [{ types }, note] = await Promise.all([call('notetype.list', {}), which && call('note.get', which)]);
      this.types = types;
      if (this.isThere) return;
      if (note) {
        this.note = note;
        this.writing.open(note);
        this.#keeping.id = draftIdOf(note.noteId);
      } else this.#begin(deckId, decks, sentence);
      this.drafts = await keptDrafts(call, note ? note.noteId : null);
      this.isThere = true;
      void this.#learnTags();
    } catch (error) {
      this.failed = codeOf(error);
    }
  };

  readonly choose = (making: Making): void => {
    const { writing } = this;
    const [before, after] = [this.#isOcclusion(writing.making), this.#isOcclusion(making)];
    // Masks are no text: what is written on a picture stays apart, and comes back with it.
    if (before !== after) [writing.fields, this.#apart] = [this.#apart, $state.snapshot(writing.fields)];
    writing.making = making;
    this.writing.fieldProblems = [];
    this.writing.showsProblems = false;
  };

  /** Something was written, or may have been. */
  readonly changed = (): void => {
    if (!this.isThere) return;
    if (this.writing.isChanged && !(this.note === null && this.writing.isEmpty))
      this.#keeping.changed(this.writing.written());
  };
  /** The editor is left: what is written stays as a draft. */
  readonly leave = (): Promise<void> => this.#keeping.flush();

  readonly takeDraft = ({ id, note }: KeptDraft): void => {
    this.writing.take(note);
    // What was written meanwhile keeps its own draft.
    this.#keeping.id = id;
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
  };
  readonly dropDraft = async (id: string): Promise<void> => {
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
    await this.#keeping.drop(id);
  };

  /** Saves what is written. @returns the note's id; undefined where something is missing, which is said then */
  readonly save = async (): Promise<string | undefined> => {
    const { writing } = this;
    writing.showsProblems = true;
    if (writing.problems.length > 0 || !this.hasDeck) return undefined;
    this.didChange = writing.isChanged;
    this.#sent = writing.text;
    const saved = await this.task.run(() => (this.note ? this.#change(this.note) : this.#add()));
    if (saved === undefined) return undefined;
    await this.#keeping.drop();
    writing.settle(this.#sent);
    if (this.note === null) this.#keeping.id = newDraftId();
    this.keptAt = null;
    this.#owner.last.remember(writing);
    return saved;
  };

  /** Takes the note, and what was written of it, away. @returns whether it was done */
  readonly remove = async ({ noteId }: GivenNote): Promise<boolean> => {
    const gone = await this.task.run(() => this.#owner.call('note.remove', { noteIds: [noteId] }));
    if (gone) await this.#keeping.drop();
    return gone !== undefined;
  };

  /** Tags of all there is, to be completed; without them they are written all the same. */
  async #learnTags(): Promise<void> {
    const found = await this.#owner.call('card.facets', { query: '' }).catch(() => null);
    this.knownTags = (found?.tags ?? []).map(({ name }) => name);
  }

  #isOcclusion(making: Making): boolean {
    return making.kind === 'fields' && this.types.some(({ id, isOcclusion }) => id === making.typeId && isOcclusion);
  }

  /** There is a deck to put it into, or it stays where it is. */
  get hasDeck(): boolean {
    const { newDeck, deckId } = this.writing;
    return newDeck === null ? deckId !== '' || this.note !== null : newDeck.trim() !== '';
  }

  #begin(deckId: string | null, decks: readonly string[], sentence: AskedSentence | null): void {
    const { last } = this.#owner;
    const { writing } = this;
    const { making } = last;
    const wanted = deckId ?? last.deckId;
    writing.deckId = decks.includes(wanted) ? wanted : (decks[0] ?? '');
    if (writing.deckId === '') writing.newDeck = '';
    writing.languages = last.languages;
    if (making?.kind === 'question' || this.types.some(({ id }) => id === making?.typeId))
      writing.making = making ?? writing.making;
    if (sentence) beginWithSentence(writing, sentence);
    writing.settle();
  }

  async #add(): Promise<string> {
    const { call } = this.#owner;
    const deckId = await this.#deck();
    this.#sent = this.writing.text;
    const { content, stand, tags } = this.writing;
    const place = stand && { stand };
    return this.#orSay(async () => (await call('note.add', { deckId, ...place, content, tags: [...tags] })).noteId);
  }

  async #change(note: GivenNote): Promise<string> {
    const { writing } = this;
    if (!writing.isChanged) return note.noteId;
    const { call } = this.#owner;
    const deckId = await this.#deck();
    this.#sent = writing.text;
    const { content, stand, tags } = writing;
    const isMoved = deckId !== '' && (deckId !== note.deck?.id || JSON.stringify(stand) !== JSON.stringify(note.stand));
    const fields =
      content.kind === 'fields'
        ? Object.fromEntries(
            note.fields.flatMap(({ place, text }) => {
              const written = content.fields[place] ?? '';
              return written === text ? [] : [[String(place), written]];
            }),
          )
        : {};
    await this.#orSay(() =>
      call('note.set', {
        noteId: note.noteId,
        ...(Object.keys(fields).length > 0 && { fields }),
        ...(content.kind === 'question' && { question: { languages: content.languages, question: content.question } }),
        ...(String(tags) !== String(note.tags) && { tags: [...tags] }),
        ...(isMoved && { deckId, ...(stand && { stand }) }),
      }),
    );
    return note.noteId;
  }

  /** Makes the new deck that was named, once. */
  async #deck(): Promise<string> {
    const { writing } = this;
    const name = writing.newDeck?.trim();
    if (!name) return writing.deckId;
    const { deckId } = await this.#owner.call('deck.create', { name });
    writing.deckId = deckId;
    writing.newDeck = null;
    return deckId;
  }

  /** What the host refuses because nothing of it could be asked is said beside the field. */
  async #orSay<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof AppError ? error.details['reason'] : undefined;
      if (typeof reason === 'string') this.writing.fieldProblems = [reason as NoteProblem];
      throw error;
    }
  }
}
