import { describe, expect, it } from 'vitest';
import { blockTexts } from '../domain/block-texts.ts';
import { toBlocks } from './blocks.ts';

function read(markdown: string) {
  const faults: string[] = [];
  const blocks = toBlocks(markdown, (line, _, fault) => faults.push(`${line} ${fault}`), true);
  return { blocks, faults, texts: blockTexts(blocks) };
}

describe('the Markdown of a lesson that the learner wrote', () => {
  it('becomes the blocks of lessons', () => {
    const { blocks, faults } = read('**คำ** *นาม*\n\n1. หนึ่ง\n2. สอง\n\n> ยกมา\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'quote', 'table']);
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      children: [
        { kind: 'strong', children: [{ kind: 'text', text: 'คำ' }] },
        { kind: 'text', text: ' ' },
        { kind: 'em', children: [{ kind: 'text', text: 'นาม' }] },
      ],
    });
    expect(faults).toEqual([]);
  });

  it('shows a file that is a paragraph of its own, with the words below it', () => {
    expect(read('![แมว **ดำ**](cat%20one-0123456789ab.png)').blocks).toEqual([
      {
        ...{ kind: 'medium', name: 'cat one-0123456789ab.png' },
        children: [
          { kind: 'text', text: 'แมว ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'ดำ' }] },
        ],
      },
    ]);
  });

  it.each([
    ['code', '```\nlet x = 1\n```', ['1 block'], 'let x = 1'],
    ['HTML as a block', '<div>hello</div>', ['1 html'], 'hello'],
    ['HTML in a line', 'a <b>word</b>', ['1 html', '1 html'], '<b>word</b>'],
    ['a list in a list', 'text\n\n- one\n  - two', ['3 nested'], 'two'],
    ['a link', 'see [here](https://example.org)', ['1 link'], 'https://example.org'],
    ['an image among words', 'see ![a cat](cat.png) here', ['1 image'], 'a cat'],
    ['a term of a glossary it has not', '[word](term:word)', ['1 link'], 'word'],
  ])('loses nothing of what lessons have not, and says where it is: %s', (_, markdown, faults, words) => {
    const found = read(markdown);
    expect(found.faults).toEqual(faults);
    expect(found.texts.join('\n')).toContain(words);
  });

  it('takes what looks like a citation, an address or a code as the text it is', () => {
    const { texts, faults } = read('In [p001] we `say` ~~no~~ https://example.org');
    expect(texts).toEqual(['In [p001] we say no https://example.org']);
    expect(faults).toEqual([]);
  });

  it('has a heading within a section as a line that stands out', () => {
    expect(read('### Part').blocks).toEqual([
      { kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', text: 'Part' }] }] },
    ]);
  });
});
