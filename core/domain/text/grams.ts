import { isDense, placeOfGram, postingsOf, type EachGram, type Postings } from './postings.ts';

/** Bytes and pairs of them have numbers: a pair that of its sixteen bits, a byte one behind those. */
const PAIRS = 0x10000;
const SINGLES_AND_PAIRS = PAIRS + 0x100;
const pairOf = (first: number, second: number): number => (first << 8) | second;

/** Which documents hold a byte or two, and three where each two of those stand in so many that they tell little. */
export interface GramPostings {
  readonly pairs: Postings;
  readonly triples: Postings;
}

/** @param text documents one behind the other @param ends where each of them ends */
export function gramPostings(text: Uint8Array, ends: Uint32Array): GramPostings {
  const pairs = postingsOf(SINGLES_AND_PAIRS, ends.length, eachPair(text, ends));
  const many = manyPairs(pairs);
  return { pairs, triples: postingsOf(many.size << 8, ends.length, eachTriple(text, ends, many)) };
}

/** Pairs that many hold, each with its place among them. */
export function manyPairs({ grams, counts, documents }: Postings): ReadonlyMap<number, number> {
  const many = grams.filter((gram, place) => gram < PAIRS && isDense(counts[place]!, documents));
  return new Map(Array.from(many, (pair, place) => [pair, place]));
}

function eachPair(text: Uint8Array, ends: Uint32Array): EachGram {
  return (found) => {
    const last = new Int32Array(SINGLES_AND_PAIRS).fill(-1);
    const tell = (gram: number, document: number) => {
      if (last[gram] === document) return;
      found(gram, document, last[gram]!);
      last[gram] = document;
    };
    for (let document = 0, at = 0; document < ends.length; document++)
      for (let before = -1; at < ends[document]!; at++) {
        const byte = text[at]!;
        tell(PAIRS + byte, document);
        if (before >= 0) tell(pairOf(before, byte), document);
        before = byte;
      }
  };
}

function eachTriple(text: Uint8Array, ends: Uint32Array, many: ReadonlyMap<number, number>): EachGram {
  const places = new Int16Array(PAIRS).fill(-1);
  for (const [pair, place] of many) places[pair] = place;
  return (found) => {
    const last = new Int32Array(many.size << 8).fill(-1);
    for (let document = 0, at = 0; document < ends.length; document++) {
      let before = -1;
      for (at += 1; at < ends[document]!; at++) {
        const place = places[pairOf(text[at - 1]!, text[at]!)]!;
        const triple = pairOf(before, text[at]!);
        if (before >= 0 && place >= 0 && last[triple] !== document) {
          found(triple, document, last[triple]!);
          last[triple] = document;
        }
        before = place;
      }
    }
  };
}

/** A gram of a needle: in which postings it stands and where in them, and how many hold it. */
export interface Gram {
  readonly in: Postings;
  readonly place: number;
  readonly count: number;
}

/**
 * The grams of a needle that say the most about who holds it, the rarest first; null where one of them is held by nobody. A needle of up
 * to two bytes is one gram, and so is one of three whose pairs many hold: who holds that holds the needle.
 */
export function gramsOf(
  needle: Uint8Array,
  { pairs, triples }: GramPostings,
  many: ReadonlyMap<number, number>,
): Gram[] | null {
  const numbers = needle.length === 1 ? [{ in: pairs, gram: PAIRS + needle[0]! }] : tellingGrams(needle);
  const found = new Map<string, Gram>();
  for (const { in: postings, gram } of numbers) {
    const place = placeOfGram(postings, gram);
    if (place < 0) return null;
    found.set(`${postings === pairs} ${place}`, { in: postings, place, count: postings.counts[place]! });
  }
  return [...found.values()].sort((a, b) => a.count - b.count);

  /** Its pairs, and instead of two that many hold the triple they make. */
  function* tellingGrams(bytes: Uint8Array): Generator<{ in: Postings; gram: number }> {
    for (let i = 1, isSaid = false; i < bytes.length; i++) {
      const pair = pairOf(bytes[i - 1]!, bytes[i]!);
      const place = many.get(pair);
      const isTriple = place !== undefined && i + 1 < bytes.length && many.has(pairOf(bytes[i]!, bytes[i + 1]!));
      if (isTriple) yield { in: triples, gram: pairOf(place, bytes[i + 1]!) };
      else if (!isSaid) yield { in: pairs, gram: pair };
      isSaid = isTriple;
    }
  }
}
