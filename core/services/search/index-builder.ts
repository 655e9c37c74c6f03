import { MOST_BYTES, writeBytes } from '../../domain/text/byte-form.ts';
import { gramPostings, type GramPostings } from '../../domain/text/grams.ts';
import { TextIndex } from './text-index.ts';

const LINE = 0x0a;
const FIRST_BYTES = 1 << 16;

/** What an index is made of; it stands in a file. */
export interface IndexParts {
  /** Bytes of the forms, one behind the other: each begins and ends with the end of a line, and has one between two fields. */
  readonly text: Uint8Array;
  /** Where each of them ends. */
  readonly ends: Uint32Array;
  readonly postings: GramPostings;
}

/** Puts documents together, one after the other. */
export class IndexBuilder {
  #text = new Uint8Array(FIRST_BYTES);
  #length = 0;
  readonly #ends: number[] = [];

  /** @param fields search forms, in one line each */
  add(fields: readonly string[]): void {
    const most = fields.reduce((sum, form) => sum + form.length * MOST_BYTES + 1, 1);
    if (this.#length + most > this.#text.length) this.#grow(this.#length + most);
    this.#text[this.#length++] = LINE;
    for (const form of fields) {
      this.#length = writeBytes(form, this.#text, this.#length);
      this.#text[this.#length++] = LINE;
    }
    this.#ends.push(this.#length);
  }

  parts(): IndexParts {
    const text = this.#text.subarray(0, this.#length);
    const ends = Uint32Array.from(this.#ends);
    return { text, ends, postings: gramPostings(text, ends) };
  }

  done(): TextIndex {
    const { text, ends, postings } = this.parts();
    return new TextIndex(text, ends, postings);
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, this.#text.length * 2));
    larger.set(this.#text.subarray(0, this.#length));
    this.#text = larger;
  }
}
