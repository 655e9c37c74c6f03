/** For each of some grams the documents that hold it: as bits of all of them where they are many, else by their distances. */
export interface Postings {
  readonly documents: number;
  /** Grams that any document holds, growing. What follows is by their places here. */
  readonly grams: Uint32Array;
  /** How many hold it. */
  readonly counts: Uint32Array;
  /** Where in `bytes` its documents begin, and where the last one's end. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Calls back for each gram of each document once, in the order of the documents; `before`: the one before that held it, −1: none. */
export type EachGram = (found: (gram: number, document: number, before: number) => void) => void;

/** An eighth of all documents: from there on a bit each takes no more room than a distance each. */
export const isDense = (count: number, documents: number): boolean => count * 8 > documents;
const bitBytes = (documents: number): number => Math.ceil(documents / 8);
const distanceBytes = (distance: number): number =>
  distance < 0x80 ? 1 : distance < 0x4000 ? 2 : distance < 0x200000 ? 3 : distance < 0x10000000 ? 4 : 5;

/**
 * @param numbers of grams: each is below
 * @param each is walked through twice, the same way: what comes is counted before there is room made for it
 */
export function postingsOf(numbers: number, documents: number, each: EachGram): Postings {
  const counted = new Uint32Array(numbers);
  const sizes = new Uint32Array(numbers);
  each((gram, document, before) => {
    counted[gram]!++;
    sizes[gram]! += distanceBytes(document - before);
  });
  const grams = Uint32Array.from(counted.keys()).filter((gram) => counted[gram]! > 0);
  const counts = grams.map((gram) => counted[gram]!);
  const starts = new Uint32Array(grams.length + 1);
  /** By gram: where its next document goes. */
  const next = new Uint32Array(numbers);
  grams.forEach((gram, place) => {
    next[gram] = starts[place]!;
    starts[place + 1] = starts[place]! + (isDense(counts[place]!, documents) ? bitBytes(documents) : sizes[gram]!);
  });
  const bytes = new Uint8Array(starts[grams.length]!);
  each((gram, document, before) => {
    const at = next[gram]!;
    if (isDense(counted[gram]!, documents)) bytes[at + (document >> 3)]! |= 1 << (document & 7);
    else next[gram] = writeDistance(bytes, at, document - before);
  });
  return { documents, grams, counts, starts, bytes };
}

/** Seven bits a byte, the lowest first. @returns the place behind */
function writeDistance(bytes: Uint8Array, at: number, distance: number): number {
  let place = at;
  let rest = distance;
  for (; rest >= 0x80; rest >>>= 7) bytes[place++] = (rest & 0x7f) | 0x80;
  bytes[place++] = rest;
  return place;
}

/** Place of a gram among those that are held; −1: no document holds it. */
export function placeOfGram({ grams }: Pick<Postings, 'grams'>, gram: number): number {
  let [low, high] = [0, grams.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = grams[middle]!;
    if (found === gram) return middle;
    if (found < gram) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The documents that hold a gram: bits of all, or their numbers, growing. */
export type Holders =
  { readonly kind: 'bits'; readonly bits: Uint8Array } | { readonly kind: 'list'; readonly list: Uint32Array };

/** @param gram its place among those that are held */
export function holdersOf({ documents, counts, starts, bytes }: Postings, gram: number): Holders {
  const count = counts[gram]!;
  const start = starts[gram]!;
  if (isDense(count, documents)) return { kind: 'bits', bits: bytes.subarray(start, starts[gram + 1]) };
  const list = new Uint32Array(count);
  let place = start;
  let document = -1;
  for (let i = 0; i < count; i++) {
    let byte = bytes[place++]!;
    let distance = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[place++]!;
      distance |= (byte & 0x7f) << shift;
    }
    list[i] = document += distance;
  }
  return { kind: 'list', list };
}
