import { decodeHTML } from 'entities';
import { attributesOf, htmlTokens, tagName } from './html-tokens.ts';

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'title', 'noscript']);
/** A line begins or ends with them. */
const LINES = new Set(
  'address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/** HTML without its tags and comments, with its entities: HTML still, that is only text. */
export function withoutTags(html: string): string {
  return seen(html, () => '');
}

/**
 * What a reader sees of HTML, for lists, search and history: no tags, no sounds, entities read, a formula as its source,
 * one line a block, nothing but single spaces within a line.
 */
export function plainText(html: string): string {
  const text = seen(html.replace(/\[sound:[^\]\n]{1,300}\]|\[\/?anki:[^\]\n]{0,300}\]/gi, ' '), (name) =>
    LINES.has(name) ? '\n' : CELLS.has(name) ? ' ' : '',
  );
  return decodeHTML(text)
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** @param instead what stands in the place of a tag of this name */
function seen(html: string, instead: (name: string) => string): string {
  const parts: string[] = [];
  let unseen = '';
  for (const { kind, raw } of htmlTokens(html)) {
    if (kind === 'comment') continue;
    if (kind === 'text') {
      if (unseen === '') parts.push(raw);
      continue;
    }
    const { name, isEnd } = tagName(raw);
    if (unseen !== '') {
      if (isEnd && name === unseen) unseen = '';
    } else if (!isEnd && UNSEEN.has(name)) unseen = name;
    else if (name === 'math' && !isEnd) {
      // A formula that was set carries its source: that is how it reads in a line of text.
      const source = attributesOf(raw).get('alttext');
      if (source !== undefined) {
        parts.push(source);
        unseen = 'math';
      }
    } else parts.push(instead(name));
  }
  return parts.join('');
}
