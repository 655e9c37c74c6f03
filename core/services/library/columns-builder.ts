import type { NoteType } from '../../domain/note/note-type.ts';
import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import { asksToType } from '../../domain/template/asks-to-type.ts';
import type { PackColumns } from './pack-columns.ts';
import type { PackNote } from './pack-lines.ts';

const placeOf = (kind: Question['kind']): number => QUESTION_KINDS.indexOf(kind);

/** Puts the columns of a pack together while its notes are written, or read again. */
export class ColumnsBuilder {
  readonly #types: ReadonlyMap<string, NoteType>;
  readonly #keys: string[] = [];
  readonly #offset: number[] = [];
  readonly #bytes: number[] = [];
  readonly #modifiedAt: number[] = [];
  readonly #createdAt: number[] = [];
  readonly #note: number[] = [];
  readonly #ordinal: number[] = [];
  readonly #deck: number[] = [];
  readonly #kind: number[] = [];

  constructor(types: Iterable<NoteType>) {
    this.#types = new Map(Array.from(types, (type) => [type.id, type]));
  }

  get notes(): number {
    return this.#keys.length;
  }

  get cards(): number {
    return this.#note.length;
  }

  /** @param bytes of its line, the line's end aside */
  add({ key, content, cards, modifiedAt, createdAt }: PackNote, offset: number, bytes: number): void {
    for (const [ordinal, deck] of cards) {
      this.#note.push(this.#keys.length);
      this.#ordinal.push(ordinal);
      this.#deck.push(deck);
      this.#kind.push(
        placeOf(content.kind === 'question' ? content.question.kind : this.#kindOf(content.typeId, ordinal)),
      );
    }
    this.#keys.push(key);
    this.#offset.push(offset);
    this.#bytes.push(bytes);
    this.#modifiedAt.push(modifiedAt);
    this.#createdAt.push(createdAt);
  }

  done(rest: Pick<PackColumns, 'headBytes' | 'tailAt' | 'packBytes'>): PackColumns {
    return {
      keys: this.#keys,
      offset: Float64Array.from(this.#offset),
      bytes: Uint32Array.from(this.#bytes),
      modifiedAt: Float64Array.from(this.#modifiedAt),
      createdAt: Float64Array.from(this.#createdAt),
      note: Uint32Array.from(this.#note),
      ordinal: Uint32Array.from(this.#ordinal),
      deck: Uint32Array.from(this.#deck),
      kind: Uint8Array.from(this.#kind),
      ...rest,
    };
  }

  #kindOf(typeId: string, ordinal: number): Question['kind'] {
    const type = this.#types.get(typeId);
    const template = type?.templates[type.kind === 'cloze' ? 0 : ordinal];
    return template && asksToType(template) ? 'typed' : 'card';
  }
}
