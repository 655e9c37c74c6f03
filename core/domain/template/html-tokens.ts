/** A piece of HTML: what is shown, or markup. Together they are the whole text. */
export interface HtmlToken {
  readonly kind: 'text' | 'tag' | 'comment';
  readonly raw: string;
}

/** So many tags whose quotes never end make quotes count for nothing: each costs a look through all that follows. */
const MAX_UNENDED = 20;

/** Walks through HTML as it was written by anyone; takes time in proportion to its length, whatever stands in it. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let from = 0;
  let unended = 0;
  while (from < html.length) {
    const open = html.indexOf('<', from);
    if (open < 0) break;
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      from = open + 1;
      continue;
    }
    const isComment = html.startsWith('<!--', open);
    let end = isComment ? endOfComment(html, open) : unended < MAX_UNENDED ? endOfTag(html, open) : -1;
    if (end < 0) {
      unended++;
      end = html.indexOf('>', open) + 1;
      if (end === 0) break;
    }
    if (open > at) yield { kind: 'text', raw: html.slice(at, open) };
    const raw = html.slice(open, end);
    yield { kind: isComment ? 'comment' : 'tag', raw };
    at = end;
    from = isComment ? end : endOfRawText(html, raw, end);
  }
  if (at < html.length) yield { kind: 'text', raw: html.slice(at) };
}

function endOfComment(html: string, open: number): number {
  const end = html.indexOf('-->', open + 4);
  return end < 0 ? html.length : end + 3;
}

/** Behind its `>`, which does not count within quotes; −1 where it has none. */
function endOfTag(html: string, open: number): number {
  for (let i = open + 1; i < html.length; i++) {
    const char = html.charAt(i);
    if (char === '>') return i + 1;
    if (char !== '"' && char !== "'") continue;
    const quote = html.indexOf(char, i + 1);
    if (quote < 0) return -1;
    i = quote;
  }
  return -1;
}

/** Scripts and styles hold no tags: what is between theirs is text. */
function endOfRawText(html: string, raw: string, start: number): number {
  const { name, isEnd } = tagName(raw);
  if (isEnd || (name !== 'script' && name !== 'style')) return start;
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = start;
  return end.exec(html)?.index ?? html.length;
}

/** Name of an element, lower-case, and whether this is its end. */
export function tagName(raw: string): { readonly name: string; readonly isEnd: boolean } {
  const match = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(raw);
  return { name: match?.[2]?.toLowerCase() ?? '', isEnd: match?.[1] === '/' };
}

/** Attributes of a tag by their lower-case names, as they are written: entities stand. The first of a name counts. */
export function attributesOf(raw: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const inside = raw.replace(/^<\/?[a-z][a-z0-9:-]*/i, '').replace(/\/?>$/, '');
  for (const match of inside.matchAll(/([^\s"'>/=]+)(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return found;
}
