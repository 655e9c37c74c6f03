import { expect, it } from 'vitest';
import type { Block } from './course.ts';
import { linesOf, linkedTerms, partsOfBlocks } from './inline-parts.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const term = (termId: string) => ({ kind: 'term', termId, children: [text(termId)] }) as const;
const blocks: readonly Block[] = [
  { kind: 'paragraph', children: [text('a'), { kind: 'strong', children: [term('one')] }] },
  { kind: 'list', ordered: false, items: [[text('b')], [term('two')]] },
  { kind: 'table', head: [[text('c')]], rows: [[[text('d')]], [[term('three')]]] },
];

it('walks paragraphs, items and cells, and what is inside other parts', () => {
  expect(blocks.map((block) => linesOf(block).length)).toEqual([1, 2, 3]);
  const words = partsOfBlocks(blocks).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  expect(words).toEqual(['a', 'one', 'b', 'two', 'c', 'd', 'three']);
});

it('finds the terms that either language links to, each once', () => {
  const other: readonly Block[] = [{ kind: 'quote', children: [term('two'), term('four')] }];
  expect([...linkedTerms({ blocks: { th: blocks, en: other } })]).toEqual(['one', 'two', 'three', 'four']);
});
