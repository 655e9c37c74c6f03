import { marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from '../domain/course.ts';
import { expandRanges } from './paragraph-ids.ts';

/** What a piece of Markdown may not hold, with the line (from 1, within the piece). */
export type BlockProblem = (line: number, message: string) => void;

const CITATION = /\s*\[(p\d{3}(?:(?:[\s,]+|\s*[-–]\s*)p\d{3})*)\]/g;
/** Where a picture of the course is wanted: `picture:map`, `picture:map#minsk,kant`. */
const PICTURE = /^picture:([a-z]+)(?:#([a-z0-9-]+(?:,[a-z0-9-]+)*))?$/;
/** What looks like a citation, and would stand there as text. */
const NO_CITATION = /\[p\d[^\]]*\]/;

/** Turns the Markdown of a section into blocks. Anything but text, lists, tables, terms and citations is reported. */
export function toBlocks(markdown: string, report: BlockProblem): Block[] {
  let line = 1;
  return marked.lexer(markdown).flatMap((token) => {
    const place = line;
    line += token.raw.split('\n').length - 1;
    const block = toBlock(token, (message) => report(place, message));
    return block ? [block] : [];
  });
}

function toBlock(token: Token, report: (message: string) => void): Block | null {
  const inline = (tokens: Token[] | undefined) => toInline(tokens ?? [], report);
  /** The text of a list item or quotation, which may hold nothing else. */
  const lines = (parts: readonly Token[], ...allowed: readonly string[]) =>
    parts.flatMap((part) => {
      if (allowed.includes(part.type)) return inline((part as Tokens.Text).tokens);
      if (part.type !== 'space') report(`"${part.type}" is not allowed inside a ${token.type}`);
      return [];
    });
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      if (isPicture(token)) return pictureOf(token.tokens[0], inline, report);
      return { kind: 'paragraph', children: inline((token as Tokens.Paragraph).tokens) };
    case 'blockquote':
      return { kind: 'quote', children: lines((token as Tokens.Blockquote).tokens, 'paragraph') };
    case 'list': {
      const list = token as Tokens.List;
      return {
        kind: 'list',
        ordered: list.ordered,
        items: list.items.map((item) => lines(item.tokens, 'text', 'paragraph')),
      };
    }
    case 'table': {
      const table = token as Tokens.Table;
      return {
        kind: 'table',
        head: table.header.map((cell) => inline(cell.tokens)),
        rows: table.rows.map((row) => row.map((cell) => inline(cell.tokens))),
      };
    }
    default:
      report(`"${token.type}" is not allowed here`);
      return null;
  }
}

/** A paragraph that holds nothing but an image. */
const isPicture = (token: Token): token is Tokens.Paragraph & { tokens: [Tokens.Image] } =>
  'tokens' in token && token.tokens?.length === 1 && token.tokens[0]?.type === 'image';

function pictureOf(
  { href, text }: Tokens.Image,
  inline: (tokens: Token[]) => Inline[],
  report: (message: string) => void,
): Block | null {
  const [, picture, marks] = PICTURE.exec(href) ?? [];
  if (picture === undefined) {
    report(`the image "${href}" is not allowed: only pictures of the course are, such as ![…](picture:map#minsk)`);
    return null;
  }
  if (text.trim() === '') report('a picture wants words below it');
  return { kind: 'picture', picture, focus: marks?.split(',') ?? [], children: inline(marked.Lexer.lexInline(text)) };
}

function toInline(tokens: readonly Token[], report: (message: string) => void): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    const children = () => toInline((token as Tokens.Strong).tokens, report);
    switch (token.type) {
      case 'text':
      case 'escape':
        return splitCitations(plain((token as Tokens.Text).text), report);
      case 'strong':
        return [{ kind: 'strong', children: children() }];
      case 'em':
        return [{ kind: 'em', children: children() }];
      case 'br':
        return [{ kind: 'text', text: ' ' }];
      case 'link': {
        const { href } = token as Tokens.Link;
        if (href.startsWith('term:'))
          return [{ kind: 'term', termId: href.slice('term:'.length), children: children() }];
        report(`the link to "${href}" is not allowed: only term:… links are`);
        return children();
      }
      default:
        report(`"${token.type}" is not allowed here`);
        return [];
    }
  });
}

/** A soft line break is a space in English; between two Thai letters it is nothing. */
function plain(text: string): string {
  return text.replace(/([\u0E00-\u0E7F])\n(?=[\u0E00-\u0E7F])/g, '$1').replaceAll('\n', ' ');
}

function splitCitations(text: string, report: (message: string) => void): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'cite', paragraphs: expandRanges(match[1] ?? '') });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  const wrong = NO_CITATION.exec(text.replace(CITATION, ''));
  if (wrong) report(`"${wrong[0]}" is no citation: write [p001 p003-p005]`);
  return parts;
}
