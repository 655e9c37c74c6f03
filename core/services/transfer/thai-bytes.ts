const THAI_ENOUGH = 0.95;

const isConsonant = (byte: number) => byte >= 0xa1 && byte <= 0xce;
const isMark = (byte: number) => byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
const isLeadingVowel = (byte: number) => byte >= 0xe0 && byte <= 0xe4;
const isThaiAlone = (byte: number) =>
  [0xcf, 0xd0, 0xd2, 0xd3, 0xdf, 0xe5, 0xe6, 0xef].includes(byte) || (byte >= 0xf0 && byte <= 0xf9);

/** In Thai, marks stand on a consonant and leading vowels before one; letters of other alphabets, taken for Thai, do not keep to it. */
export function isThai(sample: Uint8Array): boolean {
  let beyond = 0;
  let kept = 0;
  let consonants = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte < 0xa0) continue;
    beyond++;
    const before = sample[i - 1] ?? 0;
    if (isConsonant(byte)) consonants++;
    if (isConsonant(byte) || isThaiAlone(byte)) kept++;
    else if (isMark(byte) && (isConsonant(before) || isMark(before))) kept++;
    else if (isLeadingVowel(byte) && isConsonant(sample[i + 1] ?? 0)) kept++;
  }
  return beyond > 0 && kept >= THAI_ENOUGH * beyond && consonants * 2 >= beyond && standTogether(sample);
}

/** Letters beyond ASCII stand in words of their own, not here and there in a word of Latin letters. */
function standTogether(sample: Uint8Array): boolean {
  let pairs = 0;
  let beside = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte < 0xa0) continue;
    if ((sample[i - 1] ?? 0) >= 0xa0) pairs++;
    else if (isLatin(sample[i - 1] ?? 0) || isLatin(sample[i + 1] ?? 0)) beside++;
  }
  return pairs > beside;
}

const isLatin = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
