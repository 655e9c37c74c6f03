import { bytesOf, formOf, isLaterByte } from '../../domain/text/byte-form.ts';
import { gramsOf, manyPairs, type Gram, type GramPostings } from '../../domain/text/grams.ts';
import { standsAt, type Needle, type Reading } from '../../domain/text/needle.ts';
import { holdersOf, type Holders } from '../../domain/text/postings.ts';
import { ByteSearch } from './byte-search.ts';
import { DocumentSet } from './document-set.ts';

/** So few documents are looked into rather than narrowed down by one more gram. */
const FEW = 48;
/** Bytes: more than what is looked at around a year. */
const AROUND = 96;
const LINE = '\n';

/**
 * Documents by what stands in them. Each begins and ends with the end of a line, and has one between two fields; grams say which may
 * hold a needle, and the text is looked at for needles that are longer than a gram.
 */
export class TextIndex {
  readonly #many: ReadonlyMap<number, number>;

  constructor(
    /** Bytes of the forms, one behind the other. */
    private readonly text: Uint8Array,
    /** Where each of them ends. */
    private readonly ends: Uint32Array,
    private readonly postings: GramPostings,
  ) {
    this.#many = manyPairs(postings.pairs);
  }

  get documents(): number {
    return this.ends.length;
  }

  /** The forms of a document's fields. */
  fields(document: number): string[] {
    return formOf(this.text.subarray(this.#begin(document) + 1, this.ends[document]! - 1)).split(LINE);
  }

  find({ readings: [typed, ...others] }: Needle): DocumentSet {
    return others.reduce((found, reading) => found.or(this.#reading(reading)), this.#reading(typed));
  }

  /** Documents with a field that is what was typed, or begins with it. */
  fieldsThat(are: 'equal' | 'begin', { readings: [{ text }] }: Needle): DocumentSet {
    return this.#bytes(bytesOf(LINE + text + (are === 'equal' ? LINE : '')));
  }

  #reading(reading: Reading): DocumentSet {
    const needle = bytesOf(reading.text);
    const found = this.#bytes(needle);
    if (reading.years.length === 0) return found;
    const search = new ByteSearch(needle);
    const standing = new DocumentSet(this.documents);
    for (const document of found.list()) if (this.#stands(document, reading, search)) standing.add(document);
    return standing;
  }

  /** Does it stand in a document with all its years? Only what is around it is read: that tells a year from a number. */
  #stands(document: number, reading: Reading, search: ByteSearch): boolean {
    const [begin, end] = [this.#begin(document), this.ends[document]!];
    for (let at = search.placeIn(this.text, begin, end); at >= 0; at = search.placeIn(this.text, at + 1, end)) {
      let from = Math.max(begin, at - AROUND);
      while (isLaterByte(this.text[from]!)) from--;
      const before = formOf(this.text.subarray(from, at)).length;
      if (standsAt(formOf(this.text.subarray(from, Math.min(end, at + search.length + AROUND))), reading, before))
        return true;
    }
    return false;
  }

  #bytes(needle: Uint8Array): DocumentSet {
    if (needle.length === 0) return DocumentSet.all(this.documents);
    const grams = gramsOf(needle, this.postings, this.#many);
    if (grams === null) return new DocumentSet(this.documents);
    const [rarest, ...others] = grams;
    const holders = holdersOf(rarest!.in, rarest!.place);
    const isWhole = needle.length <= 2 || (needle.length === 3 && rarest!.in === this.postings.triples);
    if (isWhole) return this.#setOf(holders);
    if (holders.kind === 'list') return this.#lookInto(narrowed(holders.list, others), needle);
    // An eighth of all documents and more hold each of them.
    const bits = holders.bits.slice();
    for (const gram of others) {
      const more = holdersOf(gram.in, gram.place);
      if (more.kind === 'bits') for (let i = 0; i < bits.length; i++) bits[i]! &= more.bits[i]!;
    }
    return this.#lookInto(new DocumentSet(this.documents, bits).list(), needle);
  }

  /** Which of the candidates hold the needle. */
  #lookInto(candidates: Uint32Array, needle: Uint8Array): DocumentSet {
    const found = new DocumentSet(this.documents);
    const search = new ByteSearch(needle);
    for (let i = 0; i < candidates.length; i++) {
      const document = candidates[i]!;
      if (search.placeIn(this.text, this.#begin(document), this.ends[document]!) >= 0) found.add(document);
    }
    return found;
  }

  #setOf(holders: Holders): DocumentSet {
    if (holders.kind === 'bits') return new DocumentSet(this.documents, holders.bits);
    const set = new DocumentSet(this.documents);
    for (const document of holders.list) set.add(document);
    return set;
  }

  #begin(document: number): number {
    return document === 0 ? 0 : this.ends[document - 1]!;
  }
}

function narrowed(list: Uint32Array, grams: readonly Gram[]): Uint32Array {
  let candidates = list;
  for (const gram of grams) {
    if (candidates.length <= FEW) break;
    const holders = holdersOf(gram.in, gram.place);
    candidates = holders.kind === 'bits' ? heldBy(candidates, holders.bits) : inBoth(candidates, holders.list);
  }
  return candidates;
}

function heldBy(list: Uint32Array, bits: Uint8Array): Uint32Array {
  const held = new Uint32Array(list.length);
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const document = list[i]!;
    if ((bits[document >> 3]! & (1 << (document & 7))) !== 0) held[count++] = document;
  }
  return held.subarray(0, count);
}

/** What two growing lists share. */
function inBoth(one: Uint32Array, other: Uint32Array): Uint32Array {
  const shared = new Uint32Array(Math.min(one.length, other.length));
  let count = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [a, b] = [one[i]!, other[j]!];
    if (a === b) shared[count++] = a;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared.subarray(0, count);
}
