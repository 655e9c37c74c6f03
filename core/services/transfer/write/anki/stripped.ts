import { decodeHTML } from 'entities';

/** Elements of which Anki keeps the name of the file, and the attribute that holds it. */
const MEDIA =
  /^<(?:img|source|audio|video|object)\b[^>]*?\b(?:src|data)\s{0,20}=\s{0,20}(?:"([^">]+)"|'([^'>]+)'|([^\s>]+))/i;

/**
 * Text without HTML as Anki sees it where it sorts notes and looks for doubles: no comments, styles, scripts and tags, names of
 * media kept, entities read.
 */
export function stripped(html: string): string {
  const text = html.includes('<') ? withoutTags(html) : html;
  return text.includes('&') ? decodeHTML(text).replaceAll('\u00a0', ' ') : text;
}

function withoutTags(html: string): string {
  const ends = new Ends(html);
  const parts: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    const end = endOf(html, open, ends);
    if (end < 0) break;
    parts.push(html.slice(at, open), mediaIn(html.slice(open, Math.min(end, open + 2000))));
    at = end;
  }
  return parts.join('') + html.slice(at);
}

function mediaIn(tag: string): string {
  const [, double, single, bare] = MEDIA.exec(tag) ?? [];
  const name = double ?? single ?? bare;
  return name === undefined ? '' : ` ${name} `;
}

/** Where what begins at a `<` ends; below 0 where it does not. */
function endOf(html: string, open: number, ends: Ends): number {
  if (html.startsWith('<!--', open)) {
    const end = ends.after('-->', open + 4);
    if (end >= 0) return end;
  }
  const tagEnd = ends.after('>', open);
  const [, name] = /^<(style|script)/i.exec(html.slice(open, open + 7)) ?? [];
  const end = name === undefined || tagEnd < 0 ? -1 : ends.after(`</${name.toLowerCase()}>`, tagEnd);
  return end >= 0 ? end : tagEnd;
}

/** Looks for the same few marks again and again; what is not there is not looked for twice, so that no text takes long. */
class Ends {
  readonly #text: string;
  readonly #missing = new Set<string>();
  #lowered: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the next of a mark, in lower case; below 0 where there is none. */
  after(mark: string, from: number): number {
    if (this.#missing.has(mark)) return -1;
    const found = (mark.startsWith('</') ? this.#asLowered() : this.#text).indexOf(mark, from);
    if (found >= 0) return found + mark.length;
    this.#missing.add(mark);
    return -1;
  }

  #asLowered(): string {
    // By code unit: `toLowerCase` of some letters is longer, and places would not fit.
    return (this.#lowered ??= this.#text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  }
}
