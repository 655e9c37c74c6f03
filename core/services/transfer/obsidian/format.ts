import type { Format, SourceCardState } from '../format.ts';
import { FieldNotes } from '../markdown/field-notes.ts';
import { frontMatter } from '../markdown/front-matter.ts';
import { gapMark, markdownAsHtml, withoutMarks } from '../markdown/html.ts';
import { openMarkdown } from '../markdown/open.ts';
import type { Oddities } from '../oddities.ts';
import { stemOf } from '../text-file.ts';
import { deckName, tagsIn } from '../texts.ts';
import { blocksOf, type Block } from './blocks.ts';
import { scheduleOf, stateOf } from './schedule.ts';

/** Notes of Obsidian with flashcards of its plugin Spaced Repetition: https://github.com/st3v3nmw/obsidian-spaced-repetition */
export const obsidianFormat: Format = {
  id: 'obsidian',
  extensions: ['md', 'markdown'],

  detect(head, name) {
    const text = new TextDecoder().decode(head);
    if (!/\.(?:md|markdown)$/i.test(name)) return 0;
    if (/<!--SR:!|(?:^|\s)#flashcards(?:[/\s]|$)/m.test(text)) return 0.9;
    return /^sr-due:/m.test(text) || /\S::\S|\S :{2,3} \S|^\?\??$/m.test(text) ? 0.5 : 0.1;
  },

  open: (source, options) =>
    openMarkdown(source, options, (text, odd) => {
      const { matter, body, firstLine } = frontMatter(text);
      const tags = tagsIn(/^tags:[ \t]*\[?([^\]\n]*)\]?/m.exec(matter ?? '')?.[1] ?? '').filter(
        (tag) => tag !== 'flashcards',
      );
      const notes = new FieldNotes(odd);
      const known: SourceCardState[] = [];
      for (const block of blocksOf(body, firstLine)) {
        const states = statesOf(block, odd);
        known.push(...states.filter((state) => state !== null));
        const deck = deckName(block.topic.replaceAll('/', '::') || stemOf(source.name));
        const fields =
          block.kind === 'cloze'
            ? [htmlOf(withGaps(block.front)), '']
            : [block.front, block.back].map((side) => htmlOf(withoutMarks(side)));
        notes.add({ layout: block.kind, fields, first: block.front, deck, tags, place: `${block.line}`, states });
      }
      const schedule = scheduleOf(known);
      return { notes, ...(schedule && { schedule }) };
    }),
};

function statesOf({ schedules, line }: Block, odd: Oddities): (SourceCardState | null)[] {
  return schedules.map((written) => {
    const state = stateOf(written);
    if (state === null && !written.startsWith('2000-01-01')) odd.add('date-out-of-range', `${line}`);
    return state;
  });
}

/** Every `==gap==` and `{{gap}}` is a card of its own unless it says which: `==1;;gap;;hint==`. */
function withGaps(text: string): string {
  let number = 0;
  return withoutMarks(text).replaceAll(
    /`[^`\n]*`|==([^=\n]+)==|\{\{([^{}\n]+)\}\}/g,
    (whole, marked?: string, braced?: string) => {
      const content = marked ?? braced;
      if (content === undefined) return whole;
      const [, told, gap = '', hint] = /^(?:c?(\d{1,3})(?:;;|::))?([\s\S]*?)(?:;;([\s\S]*))?$/.exec(content) ?? [];
      number = told === undefined ? number + 1 : Number(told);
      return gapMark({ number: Math.max(1, number), text: gap, ...(hint !== undefined && { hint }) });
    },
  );
}

/** Links between notes are their words; pictures and sounds of the vault are those of Markdown. */
const htmlOf = (text: string): string =>
  markdownAsHtml(
    text
      .replaceAll(/!\[\[([^[\]|\n]+)(?:\|[^[\]\n]*)?\]\]/g, (_, name: string) => `![](<${name.trim()}>)`)
      .replaceAll(/\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, '$1'),
  );
