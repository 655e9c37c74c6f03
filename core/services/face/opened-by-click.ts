import { attributesOf, htmlTokens, tagName, type HtmlToken } from '../../domain/template/html-tokens.ts';

/** Elements that decks make open by a click: what they say, and which parts they open. */
const OPENERS = new Set(['a', 'button']);
/** Elements that can be hidden parts. */
const PARTS = new Set(['div', 'span', 'p', 'section', 'article', 'ul', 'ol', 'table', 'blockquote']);
const HIDDEN = /(?:^|;)\s*display\s*:\s*none\s*(?:!important\s*)?(?=;|$)/i;
const LONGEST_LABEL = 200;

/** A side in which parts that a script would show can be opened without one. */
export interface Opened {
  readonly html: string;
  /** Ids of these parts, as they are written. */
  readonly parts: ReadonlySet<string>;
}

/**
 * Many decks have parts that are hidden until a button is clicked, whose script does not run here. The button goes, and its words come
 * into the part as a summary: whoever makes the HTML safe then makes the part a `details`. A part is hidden by its own style, and named
 * in what happens on a click.
 */
export function openedByClick(html: string): Opened {
  if (!/\sonclick\s*=/i.test(html) || !/display\s*:\s*none/i.test(html)) return { html, parts: new Set() };
  const tokens = [...htmlTokens(html)];
  const hidden = new Set(tokens.flatMap((token) => hiddenId(token) ?? []));
  const labels = new Map<string, string>();
  const openers = new Map<number, number>();
  for (const [i, token] of tokens.entries()) {
    const opened = idsIn(token).filter((id) => hidden.has(id));
    const end = opened.length === 0 ? -1 : endOf(tokens, i);
    if (end < 0) continue;
    openers.set(i, end);
    const label = textIn(tokens.slice(i, end)).slice(0, LONGEST_LABEL);
    for (const id of opened) if (!labels.get(id)) labels.set(id, label);
  }
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const end = openers.get(i);
    if (end !== undefined) i = end;
    else out.push(tokens[i]!.raw, summaryOf(labels.get(hiddenId(tokens[i]!) ?? '')));
  }
  return { html: out.join(''), parts: new Set(labels.keys()) };
}

/** Of a part that is in `parts`: its style without what hides it. */
export const withoutHiding = (style: string): string => style.replace(HIDDEN, '');

const summaryOf = (label: string | undefined) => (label ? `<summary>${label}</summary>` : '');

function hiddenId({ kind, raw }: HtmlToken): string | null {
  const { name, isEnd } = kind === 'tag' ? tagName(raw) : { name: '', isEnd: true };
  if (isEnd || !PARTS.has(name)) return null;
  const attributes = attributesOf(raw);
  return HIDDEN.test(attributes.get('style') ?? '') ? (attributes.get('id')?.trim() ?? null) : null;
}

/** What is named in quotes in what happens on a click. */
function idsIn({ kind, raw }: HtmlToken): string[] {
  const { name, isEnd } = kind === 'tag' ? tagName(raw) : { name: '', isEnd: true };
  if (isEnd || !OPENERS.has(name)) return [];
  const said = (attributesOf(raw).get('onclick') ?? '').replaceAll(/&quot;|&#39;|&apos;/g, "'");
  return [...said.matchAll(/(["'])([^"']{1,100})\1/g)].map(([, , id = '']) => id.replace(/^#/, ''));
}

/** Where an element ends; −1 where it does not, or another of its kind begins first. */
function endOf(tokens: readonly HtmlToken[], start: number): number {
  const { name } = tagName(tokens[start]!.raw);
  const next = tokens.findIndex(({ kind, raw }, i) => i > start && kind === 'tag' && tagName(raw).name === name);
  return next >= 0 && tagName(tokens[next]!.raw).isEnd ? next : -1;
}

const textIn = (tokens: readonly HtmlToken[]) =>
  tokens
    .flatMap(({ kind, raw }) => (kind === 'text' ? [raw] : []))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
