/** Signs that stand in texts of every script, and at the edges of words. */
const SIGN = /[\s“”„‘’‚«»–—…€£°·¿¡№©®™•、。，；：？！（）「」『』《》・ー]/u;
/** Between words: what is ASCII and no letter. */
const BETWEEN = /[^A-Za-z\P{ASCII}]+/u;
/** Of letters with accents that no word has side by side, and of a word that has no others. */
const TOO_MANY = /[^\p{ASCII}]{4}|^[^\p{ASCII}]{3,}$/u;

const wordsOf = (text: string) => text.split(BETWEEN).filter((word) => word !== '');
const beyondIn = (word: string) => [...word].filter((letter) => letter >= '\x80' && !SIGN.test(letter));

/** Share of the letters beyond ASCII that stand in an alphabet (small letters), in words that have others beside them. */
export const ofAlphabet = (text: string, alphabet: string): number =>
  share(text, (word, letters) =>
    TOO_MANY.test(word) ? [] : letters.filter((letter) => alphabet.includes(letter.toLowerCase())),
  );

/** Share of the letters beyond ASCII that are of a script, in words without Latin letters and without capitals behind small ones. */
export const ofScript = (text: string, script: RegExp): number =>
  share(text, (word, letters) =>
    /[a-z]/i.test(word) || /\p{Ll}\p{Lu}/u.test(word)
      ? []
      : letters.filter((letter) => script.test(letter) || /\p{M}/u.test(letter)),
  );

/** Share of the letters beyond ASCII that are capitals. */
export const capitals = (text: string): number =>
  share(text, (_, letters) => letters.filter((letter) => letter !== letter.toLowerCase()));

/** Share of the letters beyond ASCII that are among those. */
export const seldom = (text: string, those: RegExp): number =>
  share(text, (_, letters) => letters.filter((letter) => those.test(letter)));

function share(text: string, right: (word: string, letters: readonly string[]) => readonly string[]): number {
  let found = 0;
  let all = 0;
  for (const word of wordsOf(text)) {
    const letters = beyondIn(word);
    all += letters.length;
    found += right(word, letters).length;
  }
  return all === 0 ? 0 : found / all;
}

/** Share of the letters of two bytes whose first byte is in one of these ranges. */
export function usualPairs(sample: Uint8Array, usual: readonly (readonly [number, number])[]): number {
  let pairs = 0;
  let found = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    if (byte < 0x80) continue;
    pairs++;
    if (usual.some(([from, to]) => byte >= from && byte <= to)) found++;
    i++;
  }
  return pairs === 0 ? 0 : found / pairs;
}
