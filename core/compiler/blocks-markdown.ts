import { isDeepStrictEqual } from 'node:util';
import type { Block, Inline } from '../domain/course.ts';
import { toBlocks } from './blocks.ts';
import { mediaFile } from './media-files.ts';

/** Signs that Markdown has a meaning for, wherever they stand; addresses would become links. */
const SIGNS = /[\\`*_[\]<>#|!~&@]|:(?=\/\/)|(?<=www)\./gi;
/** What begins a list or a rule where it stands first. */
const FIRST = /^(\s*)([-+=]|\d+(?=[.)]))/;

const escaped = (text: string): string => text.replace(SIGNS, '\\$&').replace(/\s*\n\s*/g, ' ');

function inlineText(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'strong':
      return `**${lineText(part.children)}**`;
    case 'em':
      return `*${lineText(part.children)}*`;
    case 'term':
      return `[${lineText(part.children)}](term:${part.termId})`;
    case 'cite':
      return ` [${part.paragraphs.join(' ')}]`;
  }
}

const lineText = (line: readonly Inline[]): string => line.map(inlineText).join('');

/** A line by itself: what would begin a list there does not. */
const whole = (line: readonly Inline[]): string =>
  lineText(line)
    .trim()
    .replace(FIRST, (_, blank: string, sign: string) => (/\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`));

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return whole(block.children);
    case 'quote':
      return `> ${whole(block.children)}`;
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${whole(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly (readonly Inline[])[]) =>
        `| ${cells.map((cell) => lineText(cell).trim()).join(' | ')} |`;
      return [row(block.head), `|${block.head.map(() => '---').join('|')}|`, ...block.rows.map(row)].join('\n');
    }
    case 'picture':
      return `![${lineText(block.children)}](picture:${block.picture}${block.focus.length > 0 ? `#${block.focus.join(',')}` : ''})`;
    case 'medium':
      return `![${lineText(block.children)}](${mediaFile(encodeURIComponent(block.name))})`;
  }
}

/** Where marks stand so that Markdown would not see them, the words stand without. */
function bare(block: Block): Block {
  const plain = (line: readonly Inline[]): Inline[] => {
    const text = (part: Inline): string =>
      part.kind === 'text' ? part.text : part.kind === 'cite' ? '' : part.children.map(text).join('');
    return [{ kind: 'text', text: line.map(text).join('') }];
  };
  if (block.kind === 'list') return { ...block, items: block.items.map(plain) };
  if (block.kind === 'table')
    return { ...block, head: block.head.map(plain), rows: block.rows.map((row) => row.map(plain)) };
  return { ...block, children: plain(block.children) };
}

/** Markdown that `toBlocks` makes these blocks of. */
export const markdownOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      const text = blockText(block);
      return isDeepStrictEqual(joined(toBlocks(text, () => undefined)), joined([block]))
        ? text
        : blockText(bare(block));
    })
    .join('\n\n');

/** Pieces of text that stand beside each other are one. */
function joined<T>(value: T): T {
  if (Array.isArray(value)) {
    const parts: unknown[] = [];
    for (const each of value.map((one) => joined(one as unknown))) {
      const before = parts.at(-1) as Inline | undefined;
      const part = each as Inline;
      if (before?.kind === 'text' && part.kind === 'text')
        parts[parts.length - 1] = { ...before, text: before.text + part.text };
      else parts.push(each);
    }
    return parts as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, joined(inner as unknown)])) as T;
}
