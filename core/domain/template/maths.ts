import { decodeHTML } from 'entities';
import { formula, formulaSource } from './formula.ts';
import { htmlTokens, tagName } from './html-tokens.ts';
import { latexText } from './latex-text.ts';
import { withoutTags } from './plain-text.ts';

/** HTML whose formulas are MathML. */
export interface WithMaths {
  readonly html: string;
  /** Sources of formulas that can not be set: they stand as code. */
  readonly failed: readonly string[];
}

type Set = (tex: string) => string | null;
/** How a formula begins and ends, and how its source is set. */
const DELIMITERS: readonly { readonly open: string; readonly close: string; readonly set: Set }[] = [
  { open: '\\(', close: '\\)', set: (tex) => formula(tex, false) },
  { open: '\\[', close: '\\]', set: (tex) => formula(tex, true) },
  { open: '[$]', close: '[/$]', set: (tex) => formula(tex, false) },
  { open: '[$$]', close: '[/$$]', set: (tex) => formula(tex, true) },
  { open: '[latex]', close: '[/latex]', set: latexText },
];
const OPENING = /\\[([]|\[\$\$?\]|\[latex\]/gi;
/** No formula begins in them. */
const VERBATIM = new Set(['pre', 'code', 'script', 'style', 'textarea', 'math', 'svg']);
const MAX_FAILED = 10;

/** Sets the formulas of HTML: `\(…\)`, `\[…\]`, `[$]…[/$]`, `[$$]…[/$$]` and `[latex]…[/latex]`. */
export function withMaths(html: string): WithMaths {
  if (html.search(OPENING) < 0) return { html, failed: [] };
  const failed: string[] = [];
  const parts: string[] = [];
  let verbatim = '';
  /** Up to here it is a part of a formula. */
  let done = 0;
  let at = 0;
  const ends = new Ends(html.toLowerCase());

  for (const { kind, raw } of htmlTokens(html)) {
    const end = at + raw.length;
    if (kind === 'tag' && end > done) {
      const tag = tagName(raw);
      if (verbatim === '' && !tag.isEnd && VERBATIM.has(tag.name)) verbatim = tag.name;
      else if (tag.isEnd && tag.name === verbatim) verbatim = '';
    } else if (kind === 'text' && verbatim === '') {
      OPENING.lastIndex = Math.max(0, done - at);
      for (let match = OPENING.exec(raw); match; match = OPENING.exec(raw)) {
        const delimiter = DELIMITERS.find(({ open }) => open === match?.[0].toLowerCase());
        const start = at + match.index;
        const inner = start + match[0].length;
        const close = delimiter ? ends.next(delimiter.close, inner) : -1;
        if (!delimiter || close < 0) continue;
        const source = sourceOf(html.slice(inner, close));
        const set = source === '' ? '' : delimiter.set(source);
        if (set === null && failed.length < MAX_FAILED) failed.push(source);
        parts.push(html.slice(done, start), set ?? formulaSource(source));
        done = close + delimiter.close.length;
        OPENING.lastIndex = done - at;
        if (done >= end) break;
      }
    }
    at = end;
  }
  parts.push(html.slice(done));
  return { html: parts.join(''), failed };
}

/** TeX in HTML as it was meant: lines for breaks, no tags, entities read. */
function sourceOf(html: string): string {
  const lines = html.replace(/<br ?\/?>|<\/?(?:div|p)>/gi, '\n').replaceAll('&nbsp;', ' ');
  return decodeHTML(withoutTags(lines)).trim();
}

/** Where the next of an end is; looks at nothing twice. */
class Ends {
  readonly #found = new Map<string, number>();
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** −1 where there is none. */
  next(end: string, from: number): number {
    const known = this.#found.get(end);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(end, from);
    this.#found.set(end, found);
    return found;
  }
}
