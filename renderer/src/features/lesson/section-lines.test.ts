import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../../core/domain/course.ts';
import { sectionText } from '../../../../core/domain/block-texts.ts';
import { lineStarts, markedLine, readText, sentencesIn, type ShownMark } from './section-lines.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const cite: Inline = { kind: 'cite', paragraphs: ['p001'] };
const mark = (id: string, from: number, to: number): ShownMark => ({
  ...{ id, from, to, colour: 'amber', quote: '', note: '' },
});
const BLOCKS: Block[] = [
  {
    kind: 'paragraph',
    children: [text('One.'), cite, text(' Two '), { kind: 'strong', children: [text('three')] }, text('.')],
  },
  { kind: 'list', ordered: false, items: [[text('four')], [text('five')]] },
  { kind: 'table', head: [[text('a')]], rows: [[[text('b')]]] },
];

describe('lines of a section', () => {
  it('begin where its text has them', () => {
    const whole = sectionText(BLOCKS);
    expect(
      lineStarts(BLOCKS)
        .flat()
        .map((start) => whole.slice(start).split('\n')[0]),
    ).toEqual(['One. Two three.', 'four', 'five', 'a', 'b']);
  });

  it('have sentences, each in its place', () => {
    const whole = sectionText(BLOCKS);
    expect(sentencesIn(BLOCKS, 'en').map((range) => readText(whole, range))).toEqual([
      'One.',
      'Two three.',
      'four',
      'five',
      'a',
      'b',
    ]);
  });
});

describe('a line with marks', () => {
  const LINE = [text('One.'), cite, text(' Two '), { kind: 'strong' as const, children: [text('three')] }, text('.')];
  const shown = (marks: ShownMark[]) =>
    JSON.stringify(markedLine(LINE, 0, marks), (key, value: unknown) =>
      key === 'mark' ? (value as ShownMark).id : value,
    );

  it('keeps its parts, over a bold word too, with one sign at the end of each', () => {
    expect(JSON.parse(shown([mark('m', 5, 12)]))).toEqual([
      text('One.'),
      cite,
      text(' '),
      { kind: 'mark', mark: 'm', text: 'Two ' },
      { kind: 'strong', children: [{ kind: 'mark', mark: 'm', text: 'thr' }, { kind: 'sign', mark: 'm' }, text('ee')] },
      text('.'),
    ]);
  });

  it('that lie over each other shows the one made last, and both signs', () => {
    expect(JSON.parse(shown([mark('a', 0, 4), mark('b', 0, 2)])).slice(0, 4)).toEqual([
      { kind: 'mark', mark: 'b', text: 'On' },
      { kind: 'sign', mark: 'b' },
      { kind: 'mark', mark: 'a', text: 'e.' },
      { kind: 'sign', mark: 'a' },
    ]);
  });

  it('of other lines is as it was', () => {
    const line = [text('four')];
    expect(markedLine(line, 16, [mark('a', 0, 15)])).toBe(line);
  });
});
