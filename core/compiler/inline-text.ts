import type { Token, Tokens } from 'marked';
import type { BlockFault } from '../domain/block-faults.ts';
import type { Inline } from '../domain/course.ts';
import { expandRanges } from './paragraph-ids.ts';

/** How a piece of Markdown is read: see `toBlocks`. */
export interface Reading {
  readonly isOwn: boolean;
  readonly report: (message: string, fault: BlockFault) => void;
}

const CITATION = /\s*\[(p\d{3}(?:(?:[\s,]+|\s*[-–]\s*)p\d{3})*)\]/g;
/** What looks like a citation, and would stand there as text. */
const NO_CITATION = /\[p\d[^\]]*\]/;

const asText = (text: string): Inline[] => (text === '' ? [] : [{ kind: 'text', text }]);

/** The parts of a line. */
export function toInline(tokens: readonly Token[], reading: Reading): Inline[] {
  const { isOwn, report } = reading;
  return tokens.flatMap((token): Inline[] => {
    const children = () => toInline((token as Tokens.Strong).tokens, reading);
    switch (token.type) {
      case 'text':
      case 'escape': {
        const text = plain((token as Tokens.Text).text);
        return isOwn ? asText(text) : splitCitations(text, report);
      }
      case 'strong':
        return [{ kind: 'strong', children: children() }];
      case 'em':
        return [{ kind: 'em', children: children() }];
      case 'br':
        return [{ kind: 'text', text: ' ' }];
      case 'link':
        return linkOf(token as Tokens.Link, children(), reading);
      case 'codespan':
      case 'del':
        if (isOwn) return asText((token as Tokens.Codespan).text);
        break;
      case 'image':
        if (!isOwn) break;
        report('an image among words is not allowed', 'image');
        return asText((token as Tokens.Image).text);
    }
    report(`"${token.type}" is not allowed here`, token.type === 'html' ? 'html' : 'block');
    return isOwn ? asText(token.raw) : [];
  });
}

/** An address that is typed into a text stands there as it is. */
function linkOf({ href, raw }: Tokens.Link, children: Inline[], { isOwn, report }: Reading): Inline[] {
  if (!isOwn && href.startsWith('term:')) return [{ kind: 'term', termId: href.slice('term:'.length), children }];
  if (isOwn && !raw.startsWith('[')) return children;
  report(`the link to "${href}" is not allowed: only term:… links are`, 'link');
  return isOwn ? [...children, { kind: 'text', text: ` (${href})` }] : children;
}

/** A soft line break is a space in English; between two Thai letters it is nothing. */
function plain(text: string): string {
  return text.replace(/([\u0E00-\u0E7F])\n(?=[\u0E00-\u0E7F])/g, '$1').replaceAll('\n', ' ');
}

function splitCitations(text: string, report: Reading['report']): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'cite', paragraphs: expandRanges(match[1] ?? '') });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  const wrong = NO_CITATION.exec(text.replace(CITATION, ''));
  if (wrong) report(`"${wrong[0]}" is no citation: write [p001 p003-p005]`, 'citation');
  return parts;
}
