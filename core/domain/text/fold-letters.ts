/** Whether accents of Latin letters make another word ("esta", "está") or are only a way to write a name. */
export type Accents = 'keep' | 'ignore';

/** Case folded, and Latin accents where they are ignored, for any piece of text. toLowerCase is the same in every locale. */
export function foldLetters(text: string, accents: Accents = 'keep'): string {
  // The dot of İ is case, not an accent: toLowerCase leaves it behind as a mark on the i.
  const lower = text.toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
  if (accents === 'keep') return lower.normalize('NFC');
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036F](?<=\p{Script=Latin}\p{M}+)/gu, '')
    .replace(/[łđøıæœß]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC');
}

/** Latin letters whose stroke or ligature Unicode does not take apart. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
