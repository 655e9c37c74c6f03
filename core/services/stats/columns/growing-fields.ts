import { emptyFields, type Fields, type FieldTypes } from '../../disk/field-file.ts';

/** Room for rows to come, as a share of those that are there: an answer must not take more memory than its columns. */
const SPARE = 1 / 64;
const LEAST = 1_024;

/** Columns that grow by a row at a time; the arrays are longer than the rows in them. */
export class GrowingFields<T extends FieldTypes> {
  arrays: Fields<T>;
  length = 0;
  #capacity: number;

  constructor(
    readonly types: T,
    capacity = LEAST,
  ) {
    this.#capacity = capacity;
    this.arrays = emptyFields(types, capacity);
  }

  static of<T extends FieldTypes>(types: T, arrays: Fields<T>, length: number): GrowingFields<T> {
    const made = new GrowingFields(types, 0);
    made.arrays = arrays;
    made.length = length;
    made.#capacity = length;
    return made;
  }

  /** The place of a new row, all zeros. */
  add(): number {
    if (this.length === this.#capacity) this.fit(this.length + Math.max(LEAST, Math.ceil(this.length * SPARE)));
    return this.length++;
  }

  /** Makes the arrays so long, or as long as there are rows. */
  fit(capacity: number): void {
    this.#capacity = Math.max(capacity, this.length);
    const grown = emptyFields(this.types, this.#capacity);
    for (const name of Object.keys(this.types) as (keyof T)[]) {
      const old = this.arrays[name] as Uint8Array;
      (grown[name] as Uint8Array).set(old.subarray(0, this.length));
    }
    this.arrays = grown;
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** The rows that are there, as views. */
  get filled(): Fields<T> {
    const names = Object.keys(this.types) as (keyof T & string)[];
    return Object.fromEntries(
      names.map((name) => [name, (this.arrays[name] as Uint8Array).subarray(0, this.length)]),
    ) as Fields<T>;
  }
}
