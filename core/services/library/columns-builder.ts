import type { NoteType } from '../../domain/note/note-type.ts';
import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import { asksToType } from '../../domain/template/asks-to-type.ts';
import { NoteKeys } from './note-keys.ts';
import { NO_TYPE, type PackColumns } from './pack-columns.ts';
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
  readonly #typePlaces: ReadonlyMap<string, number>;
  readonly #type: number[] = [];
  readonly #tagSet: number[] = [];
  /** By their tags as JSON. */
  readonly #tagSets = new Map<string, number>();
  readonly #note: number[] = [];
  readonly #ordinal: number[] = [];
  readonly #deck: number[] = [];
  readonly #kind: number[] = [];

  constructor(types: Iterable<NoteType>) {
    this.#types = new Map(Array.from(types, (type) => [type.id, type]));
    this.#typePlaces = new Map([...this.#types.keys()].map((id, place) => [id, place]));
  }

  get notes(): number {
    return this.#keys.length;
  }

  get cards(): number {
    return this.#note.length;
  }

  /** @param bytes of its line, the line's end aside */
  add({ key, content, cards, tags, modifiedAt, createdAt }: PackNote, offset: number, bytes: number): void {
    for (const [ordinal, deck] of cards) {
      this.#note.push(this.#keys.length);
      this.#ordinal.push(ordinal);
      this.#deck.push(deck);
      this.#kind.push(
        placeOf(content.kind === 'question' ? content.question.kind : this.#kindOf(content.typeId, ordinal)),
      );
    }
    this.#keys.push(key);
    this.#type.push(content.kind === 'question' ? NO_TYPE : (this.#typePlaces.get(content.typeId) ?? NO_TYPE));
    this.#tagSet.push(this.#placeOfTags(JSON.stringify(tags)));
    this.#offset.push(offset);
    this.#bytes.push(bytes);
    this.#modifiedAt.push(modifiedAt);
    this.#createdAt.push(createdAt);
  }

  done(rest: Pick<PackColumns, 'headBytes' | 'tailAt' | 'packBytes'>): PackColumns {
    return {
      keys: NoteKeys.of(this.#keys),
      offset: Float64Array.from(this.#offset),
      bytes: Uint32Array.from(this.#bytes),
      modifiedAt: Float64Array.from(this.#modifiedAt),
      createdAt: Float64Array.from(this.#createdAt),
      type: Uint32Array.from(this.#type),
      tagSet: Uint32Array.from(this.#tagSet),
      tagSets: [...this.#tagSets.keys()].map((tags) => JSON.parse(tags) as string[]),
      note: Uint32Array.from(this.#note),
      ordinal: Uint32Array.from(this.#ordinal),
      deck: Uint32Array.from(this.#deck),
      kind: Uint8Array.from(this.#kind),
      ...rest,
    };
  }

  #placeOfTags(tags: string): number {
    const place = this.#tagSets.get(tags) ?? this.#tagSets.size;
    if (place === this.#tagSets.size) this.#tagSets.set(tags, place);
    return place;
  }

  #kindOf(typeId: string, ordinal: number): Question['kind'] {
    const type = this.#types.get(typeId);
    const template = type?.templates[type.kind === 'cloze' ? 0 : ordinal];
    return template && asksToType(template) ? 'typed' : 'card';
  }
}
