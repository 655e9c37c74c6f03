import { describe, expect, it } from 'vitest';
import { hasSharedDecks, sharedDeck } from '../anki/shared-decks.fixture.ts';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { obsidianFormat } from './format.ts';

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const review = (due: string, intervalDays: number, ease: number) => ({
  phase: 'review',
  dueDay: day(due),
  intervalDays,
  reps: 1,
  lapses: 0,
  ease,
});

describe('flashcards of Obsidian', () => {
  it.each<[string, string, string[][]]>([
    [
      'one line',
      'a::b\nc :: d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['several lines', 'a\nb\n?\nc\nd\n\nnext', [['a\nb', 'c\nd']]],
    ['gaps', 'The ==cat== sat on {{mat}}.', [['The {{c1::cat}} sat on {{c2::mat}}.', '']]],
    ['gaps with a number and a hint', '==1;;a;;hint== ==1;;b==', [['{{c1::a::hint}} {{c1::b}}', '']]],
    ['code is no card', '```\na::b\n```\n\n`x::y` only\n\nc::d', [['c', 'd']]],
    [
      'links and pictures of the vault',
      'see [[Note|that]]::![[img/pic one.png]]',
      [['see that', '<img src="pic one.png" alt="">']],
    ],
    ['Thai', 'แมว::cat', [['แมว', 'cat']]],
    ['a heading that is the question', '## What is it?\n?\nA cat', [['What is it?', 'A cat']]],
    ['a heading above a question is none of it', '## Animals\nWhat is it?\n?\nA cat', [['What is it?', 'A cat']]],
    [
      'a heading that is a card',
      '#### a::b\n\n## The ==cat==',
      [
        ['a', 'b'],
        ['The {{c1::cat}}', ''],
      ],
    ],
    ['a question mark between empty lines', 'a\n\n?\n\n```\nb\n\nc\n```', [['a', '<pre><code>b\n\nc\n</code></pre>']]],
    [
      'an answer behind an empty line, before another card',
      'a\n?\n\nb\n\nc::d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a question mark in code parts nothing', 'a::b\n\n```\nx\n?\ny\n```', [['a', 'b']]],
    ['comments show nothing', '%% x::y %%\n\n<!-- p::q -->\n\na <!-- id: 7 -->\n?\nb %% note %%', [['a', 'b']]],
    [
      'a callout',
      '> [!question]- a\n> ?\n> b\n\n> c::d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'points of a list',
      '- a::b\n2. c::d\n- [ ] e::f',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['a name of a block', 'a::b ^x-1', [['a', 'b']]],
    [
      'gaps as Anki writes them',
      'The {{c1::cat::animal}} and {{c2::mat}}.',
      [['The {{c1::cat::animal}} and {{c2::mat}}.', '']],
    ],
    ['gaps as Mochi writes them', 'The {{1::cat}} sat.', [['The {{c1::cat}} sat.', '']]],
    [
      'a gap around a formula',
      'so ==$a = b$== and $\\sqrt{{x}}$',
      [['so {{c1::\\(a = b\\)}} and \\(\\sqrt{{x}}\\)', '']],
    ],
    ['equal signs are no highlight', 'x::a == b and c == d', [['x', 'a == b and c == d']]],
    [
      'a note that is shown within is its words',
      'a::![[Note#Part]] ![[b.md|40]] [[c#^d]]',
      [['a', 'Note &gt; Part b.md c']],
    ],
  ])('%s', async (_, content, fields) => {
    const read = await readBy(obsidianFormat, fileWith(`#flashcards\n\n${content}`, 'n.md'));
    expect(fieldsOf(read)).toEqual(fields);
    expect(read.reading.schedule).toBeNull();
  });

  it('takes schedules on the line, on the next and behind an empty one, decks by tag, both ways', async () => {
    const content = [
      '---',
      'tags: [bio, flashcards]',
      '---',
      '#flashcards/science/cells',
      '',
      'a::b <!--SR:!2024-05-22,4,230-->',
      'c::d',
      '<!--SR:!2024-05-20,1,250-->',
      '',
      'e:::f',
      '',
      '<!--SR:!2024-06-01,10,270!2000-01-01,1,250-->',
      '',
      '#flashcards/maths',
      'g',
      '??',
      'h',
      '<!--SR:!2024-05-30,9,130!2024-05-31,9,100-->',
    ].join('\n');
    const read = await readBy(obsidianFormat, fileWith(content, 'n.md'));
    expect(fieldsOf(read)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(read.notes.map(({ cards }) => cards)).toEqual([
      [{ ordinal: 0, deckId: 'science::cells', state: review('2024-05-22', 4, 2.3) }],
      [{ ordinal: 0, deckId: 'science::cells', state: review('2024-05-20', 1, 2.5) }],
      [
        { ordinal: 0, deckId: 'science::cells', state: review('2024-06-01', 10, 2.7) },
        { ordinal: 1, deckId: 'science::cells' },
      ],
      [
        { ordinal: 0, deckId: 'maths', state: review('2024-05-30', 9, 1.3) },
        { ordinal: 1, deckId: 'maths', state: review('2024-05-31', 9, 1.3) },
      ],
    ]);
    expect(read.notes[0]?.note.tags).toEqual(['bio']);
    expect(read.reading.schedule).toEqual({
      at: Date.UTC(2024, 4, 22),
      dayZero: day('2024-05-22'),
      rolloverHour: 0,
      utcOffsetMin: null,
    });
    expect(oddIn(read)).toEqual({});
  });

  it('takes a topic with Thai marks and pictographs whole', async () => {
    const read = await readBy(obsidianFormat, fileWith('#flashcards/คำศัพท์/🧠-ที่\n\na::b', 'n.md'));
    expect(read.reading.decks).toEqual([{ id: 'คำศัพท์::🧠-ที่', name: 'คำศัพท์::🧠-ที่' }]);
  });

  it('takes tags and the topic of the whole note from its head, whichever way they are written', async () => {
    const lines = '---\ntags:\n  - flashcards/law\n  - a/b\nother: [x\n  , y]\n---\na::b';
    const read = await readBy(obsidianFormat, fileWith(lines, 'n.md'));
    expect([read.notes[0]?.note.tags, read.reading.decks[0]?.name]).toEqual([['a/b'], 'law']);
    const broken = await readBy(obsidianFormat, fileWith('---\ntags: [c, d]\nx: [\n---\na::b', 'n.md'));
    expect(broken.notes[0]?.note.tags).toEqual(['c', 'd']);
  });

  it('hears a topic in a heading, and a schedule below one', async () => {
    const read = await readBy(
      obsidianFormat,
      fileWith('# T #flashcards/x\n\n## a::b\n<!--SR:!2024-05-20,1,250-->', 'n.md'),
    );
    expect(read.notes[0]?.cards).toEqual([{ ordinal: 0, deckId: 'x', state: review('2024-05-20', 1, 2.5) }]);
  });

  it('keeps a card whose schedule can not be read, as a new one, and tells it', async () => {
    const read = await readBy(obsidianFormat, fileWith('#flashcards\na::b <!--SR:!2024-99-22,4,230-->', 'n.md'));
    expect(read.notes[0]?.cards).toEqual([{ ordinal: 0, deckId: 'n' }]);
    expect(oddIn(read)).toEqual({ 'date-out-of-range': 1 });
  });
});

describe.skipIf(!hasSharedDecks)(
  'the shared notes of Obsidian are read as they are (skipped without ../shared/decks)',
  () => {
    it('reads a line with a schedule below', async () => {
      const read = await readBy(obsidianFormat, sharedDeck('1c8facce'));
      expect(read.notes.map(({ cards }) => cards)).toEqual([
        [{ ordinal: 0, deckId: 'science::physics', state: review('2024-03-20', 124, 2.7) }],
      ]);
    });

    it('tells that there is one schedule more than gaps', async () => {
      const read = await readBy(obsidianFormat, sharedDeck('62a10129'));
      expect(read.notes.map(({ cards }) => cards.map(({ state }) => state))).toEqual([
        [review('2024-05-22', 1, 2.3), review('2024-05-25', 4, 2.7)],
      ]);
      expect(oddIn(read)).toEqual({ 'card-without-template': 1 });
    });

    // Notes to be read again as wholes: there is no card in them.
    it.each(['50898fff', 'b6679e89', '4dfa1771'])('%s has no cards, and is told so', async (start) => {
      await expect(readBy(obsidianFormat, sharedDeck(start))).rejects.toMatchObject({ details: { why: 'no-cards' } });
    });
  },
);
