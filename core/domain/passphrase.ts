/** Of a passphrase that is to seal a folder, in characters: what is shorter is guessed in no time. */
export const LEAST_PASSPHRASE = 8;

export type Strength = 'weak' | 'fair' | 'good';

/** Bits of a letter in a word, which the letters before it foretell, and of one that stands alone or in a pair. */
const IN_WORD = 2;
const ALONE = 4.5;
const DIGIT = 3;
const OTHER = 4;
/** Of a character that repeats the one before or goes on from it, as in `aaaa` or `1234`. */
const FORETOLD = 0.3;
/** Below the first it is tried out within days, at a thousand guesses a second; from the second on not within a lifetime. */
const [FAIR_BITS, GOOD_BITS] = [28, 52];
/** Tried first by whoever guesses. */
const WORN = /passw[o0]rd|qwerty|letmein|iloveyou|รหัสผ่าน|jamdai|จำได้/giu;

/**
 * How hard a passphrase is to guess: a rough measure, meant to be too low rather than too high. Words count little for their length,
 * so several of them are needed.
 */
export function strengthOf(passphrase: string): Strength {
  const bits = bitsOf(passphrase.normalize('NFC').replace(WORN, ' '));
  return bits < FAIR_BITS || passphrase.length < LEAST_PASSPHRASE ? 'weak' : bits < GOOD_BITS ? 'fair' : 'good';
}

function bitsOf(text: string): number {
  let bits = 0;
  for (const [run] of text.matchAll(/[\p{L}\p{M}]+|\p{N}|[^\p{L}\p{M}\p{N}]/gu)) {
    const isWord = /^[\p{L}\p{M}]/u.test(run);
    const each = isWord ? (run.length > 2 ? IN_WORD : ALONE) : /^\p{N}/u.test(run) ? DIGIT : OTHER;
    bits += run.length * each;
  }
  return bits - foretold(text);
}

/** What the characters that follow from those before them count too much. */
function foretold(text: string): number {
  let bits = 0;
  for (let i = 1; i < text.length; i++) {
    const step = Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1));
    if (step <= 1) bits += (/\p{N}/u.test(text[i]!) ? DIGIT : IN_WORD) - FORETOLD;
  }
  return bits;
}
