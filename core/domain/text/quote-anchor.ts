import type { Range } from './found-ranges.ts';
import { mappedForm, searchForm } from './search-form.ts';

/** A passage of a text, kept so that it is found again when the text around it has changed. */
export interface QuoteAnchor {
  readonly quote: string;
  /** A little of what stood before it and behind it. */
  readonly before: string;
  readonly after: string;
  /** Where it began, as JavaScript counts signs. */
  readonly place: number;
}

/** Signs that are kept either side. */
const AROUND = 40;

/** The anchor of a range of a text. */
export const anchorOf = (text: string, [from, to]: Range): QuoteAnchor => ({
  quote: text.slice(from, to),
  before: text.slice(Math.max(0, from - AROUND), from),
  after: text.slice(to, to + AROUND),
  place: from,
});

/**
 * Where the passage stands in a text now; null where its words are not in it. Of several places the one with most of the same words
 * around it, then the one nearest to where it was. Compared as searches do: a new edition may set other spaces or quotation marks.
 */
export function rangeOf(text: string, anchor: QuoteAnchor): Range | null {
  const quote = searchForm(anchor.quote).trim();
  if (quote === '') return null;
  const { form, starts, ends } = mappedForm(text);
  const [before, after] = [searchForm(anchor.before).trimEnd(), searchForm(anchor.after).trimStart()];
  let best: { readonly range: Range; readonly same: number; readonly far: number } | null = null;
  for (let at = form.indexOf(quote); at >= 0; at = form.indexOf(quote, at + 1)) {
    const range = [starts[at]!, ends[at + quote.length - 1]!] as const;
    const same =
      sameEnd(form.slice(0, at).trimEnd(), before) + sameStart(form.slice(at + quote.length).trimStart(), after);
    const far = Math.abs(range[0] - anchor.place);
    if (best === null || same > best.same || (same === best.same && far < best.far)) best = { range, same, far };
  }
  return best?.range ?? null;
}

function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}

function sameEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
