import { expect, it } from 'vitest';
import { blockTexts } from './block-texts.ts';
import type { Block, Inline } from './course.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

it('of blocks gives what is read, line by line', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      children: [
        text('The '),
        { kind: 'term', termId: 't', children: [{ kind: 'strong', children: [text('treaty')] }] },
        { kind: 'cite', paragraphs: ['p1'] },
        text('.'),
      ],
    },
    { kind: 'list', ordered: false, items: [[text('one')], [text('two')]] },
    { kind: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] },
    { kind: 'picture', picture: 'map', focus: [], children: [text('below')] },
  ];
  expect(blockTexts(blocks)).toEqual(['The treaty.', 'one', 'two', 'a · b', '1 · 2', 'below']);
});
