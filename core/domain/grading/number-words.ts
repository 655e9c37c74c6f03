/** A value (a figure as typed, or a word for one) or a scale that multiplies what stands before it. */
export type NumberWord =
  | { readonly kind: 'value'; readonly value: number; readonly isTens?: true }
  | { readonly kind: 'scale'; readonly value: number };

const value = (n: number): NumberWord => ({ kind: 'value', value: n });
const scale = (n: number): NumberWord => ({ kind: 'scale', value: n });

const ENGLISH_VALUES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const ENGLISH_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const ENGLISH_SCALES: readonly [string, number][] = [
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozens', 12],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
];

export const ENGLISH: ReadonlyMap<string, NumberWord> = new Map([
  ...ENGLISH_VALUES.map((word, i) => [word, value(i)] as const),
  ...ENGLISH_TENS.map((word, i) => [word, { kind: 'value', value: (i + 2) * 10, isTens: true }] as const),
  ...ENGLISH_SCALES.map(([word, n]) => [word, scale(n)] as const),
]);

const THAI: readonly (readonly [string, NumberWord])[] = [
  ['ศูนย์', value(0)],
  ['หนึ่ง', value(1)],
  ['เอ็ด', value(1)],
  ['สอง', value(2)],
  ['ยี่', value(2)],
  ['สาม', value(3)],
  ['สี่', value(4)],
  ['ห้า', value(5)],
  ['หก', value(6)],
  ['เจ็ด', value(7)],
  ['แปด', value(8)],
  ['เก้า', value(9)],
  ['สิบ', scale(10)],
  ['ร้อย', scale(100)],
  ['พัน', scale(1e3)],
  ['หมื่น', scale(1e4)],
  ['แสน', scale(1e5)],
  ['ล้าน', scale(1e6)],
];
export const THAI_SCALES = THAI.filter(([, { kind }]) => kind === 'scale').map(([name]) => name);

/** The number word that begins at `index`, and its length in UTF-16 units. The text is tidied and lower-case. */
export function numberWordAt(
  text: string,
  index: number,
): { readonly word: NumberWord; readonly length: number } | undefined {
  const thai = THAI.find(([name]) => text.startsWith(name, index));
  if (thai !== undefined) {
    const next = text.slice(index + thai[0].length);
    // พันธมิตร (allies) and สามัคคี are other words: ธ after พัน, or a mark that leaves the number word unfinished.
    const isOther = /^[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/.test(next) || (thai[0] === 'พัน' && next.startsWith('ธ'));
    return isOther ? undefined : { word: thai[1], length: thai[0].length };
  }
  const name = /^[a-z]+/.exec(text.slice(index))?.[0];
  const word = name === undefined ? undefined : ENGLISH.get(name);
  return name === undefined || word === undefined ? undefined : { word, length: name.length };
}

/**
 * What the words amount to: "two hundred thousand", หนึ่งพันห้าร้อย, "1 ล้าน 5 แสน", ร้อย (a scale alone is once that).
 * Undefined when they are no one number ("five six", or parts that do not grow smaller).
 */
export function evaluate(words: readonly NumberWord[]): number | undefined {
  const terms: number[] = [];
  let pending: { value: number; isTens: boolean } | undefined;
  for (const word of words) {
    if (word.kind === 'scale') {
      let multiplied = pending?.value ?? 0;
      let isBare = pending === undefined;
      // "two hundred" thousand, สิบ ล้าน, ล้าน ล้าน: the scale takes the smaller terms before it along.
      while (terms.length > 0 && isTakenAlong(terms.at(-1) ?? 0, word.value)) {
        multiplied += terms.pop() ?? 0;
        isBare = false;
      }
      terms.push((isBare ? 1 : multiplied) * word.value);
      pending = undefined;
    } else if (pending === undefined) {
      pending = { value: word.value, isTens: word.isTens === true };
    } else if (pending.isTens && word.value >= 1 && word.value <= 9) {
      pending = { value: pending.value + word.value, isTens: false };
    } else {
      return undefined;
    }
  }
  if (pending !== undefined) terms.push(pending.value);
  const isFalling = terms.every((term, i) => i === 0 || term < (terms[i - 1] ?? 0));
  return terms.length > 0 && isFalling ? terms.reduce((sum, term) => sum + term, 0) : undefined;
}

function isTakenAlong(term: number, scaleValue: number): boolean {
  return term < scaleValue || (scaleValue >= 1e6 && term === scaleValue);
}
