import { expect, it } from 'vitest';
import type { Block, Inline } from '../../../../core/domain/course.ts';
import { citing } from './citing.ts';

const cite = (...paragraphs: string[]): Inline => ({ kind: 'cite', paragraphs });
const blocks: Block[] = [
  { kind: 'paragraph', children: [{ kind: 'text', text: 'one' }] },
  { kind: 'list', ordered: false, items: [[cite('p001')], [{ kind: 'strong', children: [cite('p002', 'p003')] }]] },
  { kind: 'table', head: [[]], rows: [[[cite('p004')]]] },
  { kind: 'quote', children: [cite('p001')] },
];

it.each([
  ['p001', 1],
  ['p003', 1],
  ['p004', 2],
  ['p009', -1],
])('finds the first block that cites %s', (passage, place) => expect(citing(blocks, passage)).toBe(place));
