import type { Block, Course, Inline } from '../domain/course.ts';

/** Turns straight quotation marks into “ and ” by turns, and ' into ’ or, at a word's begin, ‘. */
function quoter(): (text: string) => string {
  let isOpen = false;
  const turn = () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  };
  return (text) =>
    text
      .replace(/"/g, turn)
      .replace(/(?<![\p{L}\p{M}\p{N}\p{P}])'(?=[\p{L}\p{N}])/gu, '‘')
      .replaceAll("'", '’');
}

const typesetInline = (parts: readonly Inline[], quote: (text: string) => string): Inline[] =>
  parts.map((part) => {
    if (part.kind === 'text') return { ...part, text: quote(part.text) };
    return 'children' in part ? { ...part, children: typesetInline(part.children, quote) } : part;
  });

/** A quotation may begin in one part of a block and end in another, never in another block, item or cell. */
function typesetBlock(block: Block): Block {
  const whole = (parts: readonly Inline[]) => typesetInline(parts, quoter());
  if (block.kind === 'list') return { ...block, items: block.items.map(whole) };
  if (block.kind === 'table')
    return { ...block, head: block.head.map(whole), rows: block.rows.map((row) => row.map(whole)) };
  return { ...block, children: whole(block.children) };
}

function typesetValue<T>(value: T, name = ''): T {
  if (name === 'blocks') {
    const { th, en } = value as { th: Block[]; en: Block[] };
    return { th: th.map(typesetBlock), en: en.map(typesetBlock) } as T;
  }
  if (Array.isArray(value)) return value.map((item) => typesetValue(item as unknown)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const isText = (key: string, text: unknown): text is string =>
    typeof text === 'string' && (key === 'th' || key === 'en');
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isText(key, inner) ? quoter()(inner) : typesetValue(inner as unknown, key),
    ]),
  ) as T;
}

/**
 * A course with typographic quotation marks wherever a learner reads, however its files were typed. What answers are compared
 * with, and how the source writes a term, stays as it is.
 */
export const typeset = (course: Course): Course => typesetValue(course);
