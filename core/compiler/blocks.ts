import { marked, type Token, type Tokens } from 'marked';
import type { BlockFault } from '../domain/block-faults.ts';
import type { Block, Inline } from '../domain/course.ts';
import { pictureOf } from './picture-block.ts';
import { toInline, type Reading } from './inline-text.ts';

/** What a piece of Markdown may not hold, with the line (from 1, within the piece). */
export type BlockProblem = (line: number, message: string, fault: BlockFault) => void;

/**
 * Turns the Markdown of a section into blocks. Anything but text, lists, tables, terms and citations is reported, and left out.
 * @param isOwn it is of the learner's own course, which has no source, terms or drawn pictures but files: what is reported stands there
 * as text, so that nothing of it is lost
 */
export function toBlocks(markdown: string, report: BlockProblem, isOwn = false): Block[] {
  let line = 1;
  return marked.lexer(markdown).flatMap((token) => {
    const place = line;
    line += token.raw.split('\n').length - 1;
    return toBlock(token, { isOwn, report: (message, fault) => report(place, message, fault) });
  });
}

function toBlock(token: Token, reading: Reading): Block[] {
  const { isOwn, report } = reading;
  const inline = (tokens: readonly Token[] | undefined) => toInline(tokens ?? [], reading);
  const asText = (fault: BlockFault): Block[] => {
    report(`"${token.type}" is not allowed here`, fault);
    return isOwn ? [{ kind: 'paragraph', children: [{ kind: 'text', text: token.raw.trim() }] }] : [];
  };
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph':
      if (isPicture(token)) return pictureOf(token.tokens[0], inline, reading);
      return [{ kind: 'paragraph', children: inline((token as Tokens.Paragraph).tokens) }];
    case 'blockquote':
      return [
        { kind: 'quote', children: lines(token, (token as Tokens.Blockquote).tokens, ['paragraph'], inline, reading) },
      ];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const itemOf = (item: Tokens.ListItem) => lines(token, item.tokens, ['text', 'paragraph'], inline, reading);
      return [{ kind: 'list', ordered, items: items.map(itemOf) }];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inline(cell.tokens));
      return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
    }
    case 'heading':
      // Sections have their headings; one within stands out as a line of its own.
      if (isOwn)
        return [
          { kind: 'paragraph', children: [{ kind: 'strong', children: inline((token as Tokens.Heading).tokens) }] },
        ];
      return asText('block');
    case 'hr':
      return asText('block').slice(1);
    default:
      return asText(token.type === 'html' ? 'html' : 'block');
  }
}

/** The text of a list item or quotation, which may hold nothing else. */
function lines(
  { type }: Token,
  parts: readonly Token[],
  allowed: readonly string[],
  inline: (tokens: readonly Token[] | undefined) => Inline[],
  { isOwn, report }: Reading,
): Inline[] {
  return parts.flatMap((part, i): Inline[] => {
    const gap: Inline[] = isOwn && i > 0 && part.type !== 'space' ? [{ kind: 'text', text: ' ' }] : [];
    if (allowed.includes(part.type)) return [...gap, ...inline((part as Tokens.Text).tokens)];
    if (part.type === 'space') return [];
    report(`"${part.type}" is not allowed inside a ${type}`, 'nested');
    return isOwn ? [...gap, { kind: 'text', text: part.raw.trim() }] : [];
  });
}

/** A paragraph that holds nothing but an image. */
const isPicture = (token: Token): token is Tokens.Paragraph & { tokens: [Tokens.Image] } =>
  'tokens' in token && token.tokens?.length === 1 && token.tokens[0]?.type === 'image';
