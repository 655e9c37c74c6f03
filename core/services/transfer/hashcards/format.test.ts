import { describe, expect, it } from 'vitest';
import { hasSharedDecks, sharedDeck } from '../anki/shared-decks.fixture.ts';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { hashcardsFormat } from './format.ts';

describe('hashcards', () => {
  it.each<[string, string, string[][]]>([
    ['a question with an answer', 'Q: What?\nA: That.', [['What?', 'That.']]],
    [
      'sides of several lines',
      'Q: a\n\nb\nA:\n\n- x\n- y\n',
      [['<p>a</p>\n<p>b</p>', '<ul>\n<li>x</li>\n<li>y</li>\n</ul>']],
    ],
    [
      'cards without a line between',
      'Q: a\nA: b\nQ: c\nA: d\nC: [e]',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['{{c1::e}}', ''],
      ],
    ],
    ['formulas', 'Q: $a_1 * b_2 * c$ is\nA: $$\nx < y\n$$', [['\\(a_1 * b_2 * c\\) is', '\\[\nx &lt; y\n\\]']]],
    ['prices are no formulas', 'Q: $5 and $6\nA: no', [['$5 and $6', 'no']]],
    ['gaps, each a card', 'C: [Berlin] is in [Germany].', [['{{c1::Berlin}} is in {{c2::Germany}}.', '']]],
    [
      'a gap around a formula that ends with braces',
      'C: it is [$\\frac{a}{b_{c}}$].',
      [['it is {{c1::\\(\\frac{a}{b_{c}&#125;\\)}}.', '']],
    ],
    [
      'gaps within formulas',
      'C: $(m \\times [n])$ is $[{\\text{x}}]$',
      [['\\((m \\times {{c1::n}})\\) is \\({{c2::{\\text{x}&#125;}}\\)', '']],
    ],
    ['a gap with colons', 'C: [std::vector] grows', [['{{c1::std:&#58;vector}} grows', '']]],
    [
      'what is no gap',
      'C: \\[no\\] `a[0]` $\\left[1\\right]$ ![p](@/p.png) [yes]',
      [['[no] <code>a[0]</code> \\(\\left[1\\right]\\) <img src="p.png" alt="p"> {{c1::yes}}', '']],
    ],
    ['a sound', 'Q: hear\nA: ![](sounds/a%20b.mp3)', [['hear', '[sound:a b.mp3]']]],
    [
      'a question in code',
      'Q: a\nA:\n```\nQ: no\n---\n```\n---\nQ: c\nA: d',
      [
        ['a', '<pre><code>Q: no\n---\n</code></pre>'],
        ['c', 'd'],
      ],
    ],
    [
      'comments',
      '<!-- Bite 1 -->\nQ: a\nA: b\n\n<!-- two\nQ: no -->\n\nQ: ไทย\nA: d',
      [
        ['a', 'b'],
        ['ไทย', 'd'],
      ],
    ],
  ])('%s', async (_, content, fields) => {
    const read = await readBy(hashcardsFormat, fileWith(content, 'My deck.md'));
    expect(fieldsOf(read)).toEqual(fields);
    expect(oddIn(read)).toEqual({});
    expect(read.reading.decks).toEqual([{ id: 'My deck', name: 'My deck' }]);
  });

  it('is called by its head, in lines of pluses, too', async () => {
    const read = await readBy(hashcardsFormat, fileWith('+++\nname = "Cells"\n+++\nQ: a\nA: b', 'x.md'));
    expect(read.reading.decks.map(({ name }) => name)).toEqual(['Cells']);
  });

  it('tells where a question has no answer, and a text of gaps has none', async () => {
    const read = await readBy(hashcardsFormat, fileWith('Q: alone\n\nQ: a\nA: b\n\nC: nothing', 'a.md'));
    expect(fieldsOf(read)).toEqual([['a', 'b']]);
    expect(read.reading.odd).toEqual([
      { code: 'row-unreadable', count: 1, places: ['1'] },
      { code: 'note-without-cards', count: 1, places: ['6'] },
    ]);
  });

  it('refuses a text without cards', async () => {
    await expect(readBy(hashcardsFormat, fileWith('# Only words', 'a.md'))).rejects.toMatchObject({
      details: { why: 'no-cards' },
    });
  });
});

describe.skipIf(!hasSharedDecks)(
  'the shared decks of hashcards are read as they are (skipped without ../shared/decks)',
  () => {
    it.each([
      ['f411b3a2', 'Art', 2, 2],
      ['9d38f913', 'Audio', 1, 1],
      ['25af2a89', 'French', 1, 2],
      ['ddb4f9d2', 'Geography', 2, 3],
      ['424e099a', 'Geology', 1, 1],
      ['1a95bd25', 'Math', 6, 9],
      ['93452b59', 'Quotes', 1, 3],
      ['65f2ebdf', 'Linear Algebra', 33, 48],
      ['875a5c61', 'Matplotlib', 18, 18],
      ['7915748b', 'Pandas', 21, 24],
      ['6f92ebcb', 'Python Patterns', 19, 30],
    ])('%s: %s, %i notes, %i cards', async (start, deck, notes, cards) => {
      const read = await readBy(hashcardsFormat, sharedDeck(start));
      expect(oddIn(read)).toEqual({});
      expect(read.reading.decks[0]?.name.endsWith(deck)).toBe(true);
      expect(read.reading.counts).toEqual({ notes, cards, reviews: 0, media: 0 });
    });
  },
);
