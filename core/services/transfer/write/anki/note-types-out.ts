import type { NoteType } from '../../../../domain/note/note-type.ts';
import { Ids, ankiNumber, numberOf, numbersOf } from './ids.ts';

/** The note types that notes are written with: those that were given, and those of our own kinds that a note was found of. */
export class NoteTypesOut {
  readonly #taken = new Ids();
  readonly #types = new Map<string, { id: number; type: NoteType }>();

  constructor(types: readonly NoteType[]) {
    const numbers = numbersOf(
      types.map(({ id }) => id),
      'type',
      this.#taken,
    );
    for (const type of types) this.#types.set(type.id, { id: numbers.get(type.id)!, type });
  }

  /** One that was given. @throws RangeError where there is none of that id */
  given(id: string): { readonly id: number; readonly type: NoteType } {
    const found = this.#types.get(id);
    if (!found) throw new RangeError(`no note type ${id}`);
    return found;
  }

  /** One of ours: it goes out once a note needs it. */
  own(type: NoteType): { readonly id: number; readonly type: NoteType } {
    let found = this.#types.get(type.id);
    if (!found) {
      found = { id: this.#taken.take(ankiNumber(type.id) ?? numberOf(`type/${type.id}`)), type };
      this.#types.set(type.id, found);
    }
    return found;
  }

  used(): readonly { readonly id: number; readonly type: NoteType }[] {
    return [...this.#types.values()];
  }
}
