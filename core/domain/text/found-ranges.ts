import { placeOf, type Needle } from './needle.ts';
import { mappedForm } from './search-form.ts';

/** Where in a text something begins and ends, as JavaScript counts signs. */
export type Range = readonly [from: number, to: number];

/** Where needles stand in a text, in its order, none over another. */
export function foundRanges(text: string, needles: readonly Needle[]): Range[] {
  const { form, starts, ends } = mappedForm(text);
  const found: Range[] = [];
  for (const { readings } of needles)
    for (const reading of readings) {
      const { length } = reading.text;
      if (length === 0) continue;
      for (let at = placeOf(form, reading); at >= 0; at = placeOf(form, reading, at + length))
        found.push([starts[at]!, ends[at + length - 1]!]);
    }
  return merged(found);
}

function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** A piece of a text, with what of it was found. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Range[];
}

const ELLIPSIS = '… ';
/** Where a piece may begin: behind a space, and in Thai before a letter that stands alone or leads. */
const MAY_BEGIN = /(?<=\s)\S|(?<![เ-ไ])[ก-ฮเ-ไ]/g;

/** So much of a text that what was found first is seen. @param most signs */
export function excerptOf(text: string, ranges: readonly Range[], most: number): Excerpt {
  const first = ranges[0]?.[0] ?? 0;
  const from = first < most * 0.6 ? 0 : beginBefore(text, first - Math.floor(most * 0.3), first);
  const to = text.length - from <= most ? text.length : endOf(text, from + most);
  const shift = from === 0 ? 0 : ELLIPSIS.length - from;
  return {
    text: (from === 0 ? '' : ELLIPSIS) + text.slice(from, to) + (to < text.length ? ' …' : ''),
    marks: ranges.filter(([, end]) => end <= to).map(([a, b]) => [a + shift, b + shift]),
  };
}

function beginBefore(text: string, wanted: number, first: number): number {
  MAY_BEGIN.lastIndex = wanted;
  const at = MAY_BEGIN.exec(text)?.index ?? first;
  return Math.min(at, first);
}

/** Not within a pair of surrogates, nor before a mark. */
function endOf(text: string, wanted: number): number {
  let to = wanted;
  while (to > 0 && /^[\p{M}ะาำ]|^[\uDC00-\uDFFF]/u.test(text.slice(to, to + 2))) to--;
  return to;
}
