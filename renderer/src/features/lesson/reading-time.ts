import type { Block, Inline } from '../../../../core/domain/course.ts';
import type { Language } from '../../i18n/locale.svelte.ts';

/** Calm reading: English words and Thai characters a minute. Thai has no spaces to count words by. */
const WORDS_A_MINUTE = 190;
const THAI_CHARACTERS_A_MINUTE = 800;

function text(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : 'children' in inline ? text(inline.children) : ''))
    .join('');
}

function blockText(block: Block): string {
  if (block.kind === 'list') return block.items.map(text).join(' ');
  if (block.kind === 'table') return [block.head, ...block.rows].flat().map(text).join(' ');
  return text(block.children);
}

/** Minutes to read the blocks, with a fraction. */
export function readingMinutes(blocks: readonly Block[], language: Language): number {
  const all = blocks.map(blockText).join(' ');
  return language === 'th' ? all.length / THAI_CHARACTERS_A_MINUTE : all.split(/\s+/).length / WORDS_A_MINUTE;
}
