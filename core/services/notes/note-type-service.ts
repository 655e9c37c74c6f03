import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Learner } from '../courses/learner.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { LibraryNote } from '../library/library-note.ts';
import { cardsOfContent } from '../library/written-notes.ts';
import type { NewEvent } from '../ports.ts';
import { inSlices } from '../jobs/slices.ts';

type Change = Omit<Output<'notetype.set'>, 'typeId'>;

/** Note types as the learner edits them, and which notes are of them. */
export class NoteTypeService {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  list(): Output<'notetype.list'> {
    return {
      types: this.library.types.list().map(({ type, from }) => ({
        ...{ id: type.id, name: type.name, kind: type.kind, from, isOcclusion: type.stock === 'image-occlusion' },
        fields: type.fields.flatMap(({ name, isRightToLeft = false, gone }, place) =>
          gone ? [] : [{ place, name, isRightToLeft }],
        ),
      })),
    };
  }

  /** @throws AppError `not-found` */
  get({ typeId }: Input<'notetype.get'>): Output<'notetype.get'> {
    const { id, name, kind, fields, templates, css, sortField } = this.#type(typeId);
    const copied = structuredClone({ fields, templates }) as Pick<Output<'notetype.get'>, 'fields' | 'templates'>;
    return { id, name, kind, css, sortField, ...copied };
  }

  /** @throws AppError `not-found`; `bad-input` where fields or templates would leave their places, have one name, or all be gone */
  async set({ typeId, type, isTrial }: Input<'notetype.set'>): Promise<Output<'notetype.set'>> {
    const before = typeId === undefined ? undefined : this.#type(typeId);
    const reason = whyNot(type, before);
    if (reason)
      throw new AppError('bad-input', `no note type: ${reason}`, { method: 'notetype.set', field: 'type', reason });
    const id = typeId ?? `own-${randomUUID()}`;
    const change = before
      ? await inSlices(this.#change(before, { ...before, ...type }))
      : { notes: 0, added: 0, gone: 0 };
    if (!isTrial) await this.learner.store.append({ type: 'note-type', id, set: type });
    return { typeId: id, ...change };
  }

  /** @throws AppError `not-found`; `bad-input` where notes are of it, or it was not made here */
  async remove({ typeId }: Input<'notetype.remove'>): Promise<void> {
    const known = this.library.types.list().find(({ type }) => type.id === typeId);
    if (!known) throw new AppError('not-found', 'no such note type', { what: 'note-type', id: typeId });
    const reason = known.from !== 'made' ? 'not-made' : this.#notesOf(typeId).next().done ? null : 'has-notes';
    if (reason)
      throw new AppError('bad-input', `the type stays: ${reason}`, {
        method: 'notetype.remove',
        field: 'typeId',
        reason,
      });
    await this.learner.store.append({ type: 'note-type', id: typeId, set: { removed: true } });
  }

  /** @throws AppError `not-found`; `bad-input` for questions of the app's own kinds, which have no note type */
  async convert({ noteIds, typeId, fields, isTrial }: Input<'note.convert'>): Promise<Output<'note.convert'>> {
    const type = this.#type(typeId);
    const events: NewEvent[] = [];
    const found = { notes: 0, kept: 0, added: 0, gone: 0 };
    for (const key of new Set(noteIds)) {
      const note = this.library.note(key);
      if (note.content.kind !== 'fields')
        throw new AppError('bad-input', 'a question has no note type', { method: 'note.convert', field: 'noteIds' });
      const texts = type.fields.map((_, i) => {
        const from = fields[i] ?? null;
        return from === null ? '' : ((note.content.kind === 'fields' ? note.content.fields[from] : '') ?? '');
      });
      const before = new Set(ordinals(note, note.type));
      const after = ordinals({ ...note, content: { kind: 'fields', typeId, fields: texts } }, type);
      const kept = after.filter((ordinal) => before.has(ordinal)).length;
      found.notes += 1;
      found.kept += kept;
      found.added += after.length - kept;
      found.gone += before.size - kept;
      const length = Math.max(texts.length, note.content.fields.length);
      events.push({ type: 'note', id: key, set: { type: typeId, editedAt: this.learner.clock.now() } });
      for (let place = 0; place < length; place++)
        events.push({ type: 'note-field', id: `${key}/${place}`, set: { text: texts[place] ?? '' } });
    }
    if (!isTrial) await this.learner.store.appendBatch(events);
    return found;
  }

  *#change(before: NoteType, after: NoteType): Generator<void, Change> {
    const change = { notes: 0, added: 0, gone: 0 };
    for (const note of this.#notesOf(before.id)) {
      const old = new Set(ordinals(note, note.type));
      const made = ordinals(note, after);
      const kept = made.filter((ordinal) => old.has(ordinal)).length;
      change.notes += 1;
      change.added += made.length - kept;
      change.gone += old.size - kept;
      yield;
    }
    return change;
  }

  *#notesOf(typeId: string): Generator<LibraryNote> {
    const { library } = this;
    for (const key of library.keys()) {
      const note = library.note(key);
      if (note.content.kind === 'fields' && note.content.typeId === typeId) yield note;
    }
  }

  #type(typeId: string): NoteType {
    const type = this.library.types.find(typeId);
    if (!type) throw new AppError('not-found', 'no such note type', { what: 'note-type', id: typeId });
    return type;
  }
}

const ordinals = ({ content, tags }: Pick<LibraryNote, 'content' | 'tags'>, type: NoteType | undefined): number[] =>
  cardsOfContent(content, type, tags).map(({ ordinal }) => ordinal);

type Edited = Input<'notetype.set'>['type'];

function whyNot({ kind, fields, templates, sortField }: Edited, before: NoteType | undefined): string | null {
  const [shownFields, shownTemplates] = [fields.filter(({ gone }) => !gone), templates.filter(({ gone }) => !gone)];
  if (shownFields.length === 0) return 'no-fields';
  if (shownTemplates.length === 0) return 'no-templates';
  if (kind === 'cloze' && templates.length > 1) return 'one-template';
  if (fields[sortField]?.gone || !fields[sortField]) return 'sort-field';
  if (before && (fields.length < before.fields.length || templates.length < before.templates.length)) return 'places';
  const names = shownFields.map(({ name }) => name.normalize().trim().toLowerCase());
  if (new Set(names).size < names.length) return 'same-names';
  if (shownFields.some(({ name }) => /[{}:"]|^[#^/\s]|^$/.test(name))) return 'field-name';
  return null;
}

/** What the contract asks of it. */
export const noteTypeHandlers = (types: NoteTypeService) =>
  ({
    'notetype.list': async () => types.list(),
    'notetype.get': async (input) => types.get(input),
    'notetype.set': (input) => types.set(input),
    'notetype.remove': async (input) => {
      await types.remove(input);
      return { done: true };
    },
    'note.convert': (input) => types.convert(input),
  }) satisfies Partial<Handlers>;
