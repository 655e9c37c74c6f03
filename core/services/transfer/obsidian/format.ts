import type { Format, SourceCardState } from '../format.ts';
import { FieldNotes } from '../markdown/field-notes.ts';
import { frontMatter, tagsOf } from '../markdown/front-matter.ts';
import { FORMULA, gapMark, markdownAsHtml, withoutMarks } from '../markdown/html.ts';
import { openMarkdown } from '../markdown/open.ts';
import type { Oddities } from '../oddities.ts';
import { stemOf } from '../text-file.ts';
import { deckName, tagsIn } from '../texts.ts';
import { blocksOf, BRACES, HIGHLIGHT, type Block } from './blocks.ts';
import { scheduleOf, stateOf } from './schedule.ts';

/** What makes notes cards, as a tag of the whole note. */
const WHOLE = /^flashcards(?:\/(.*))?$/;

/** Notes of Obsidian with flashcards of its plugin Spaced Repetition: https://github.com/st3v3nmw/obsidian-spaced-repetition */
export const obsidianFormat: Format = {
  id: 'obsidian',
  extensions: ['md', 'markdown'],

  detect(head, name) {
    const text = new TextDecoder().decode(head);
    if (!/\.(?:md|markdown)$/i.test(name)) return 0;
    if (/<!--SR:!|(?:^|\s)#flashcards(?:[/\s]|$)/m.test(text)) return 0.9;
    const isCard =
      /^sr-due:/m.test(text) || /\S::\S|\S :{2,3} \S|^\?\??$/m.test(text.replaceAll(/\{\{[^{}\n]+\}\}/g, ''));
    return isCard ? 0.5 : 0.1;
  },

  open: (source, options) =>
    openMarkdown(source, options, (text, odd) => {
      const notes = new FieldNotes(odd);
      const schedule = scheduleOf(addVaultNote(notes, text, { name: source.name, odd }));
      return { notes, ...(schedule && { schedule }) };
    }),
};

export interface VaultNote {
  /** Of the file. */
  readonly name: string;
  readonly odd: Oddities;
  /** Put before the number of a line, where something is told of it. */
  readonly place?: string;
}

/** Adds all cards of a note of Obsidian. @returns what is known of those that were learned */
export function addVaultNote(notes: FieldNotes, text: string, { name, odd, place = '' }: VaultNote): SourceCardState[] {
  const { matter, body, firstLine } = frontMatter(text);
  const given = tagsOf(matter);
  const topic = given.map((tag) => WHOLE.exec(tag)?.[1]).find((each) => each !== undefined) ?? '';
  const tags = tagsIn('', given).filter((tag) => !WHOLE.test(tag));
  const known: SourceCardState[] = [];
  for (const block of blocksOf(body, firstLine, topic)) {
    const at = `${place}${block.line}`;
    const states = statesOf(block, at, odd);
    known.push(...states.filter((state) => state !== null));
    const deck = deckName(block.topic.replaceAll('/', '::') || stemOf(name));
    const fields =
      block.kind === 'cloze'
        ? [htmlOf(withGaps(block.front)), '']
        : [block.front, block.back].map((side) => htmlOf(side));
    notes.add({ layout: block.kind, fields, first: block.front, deck, tags, place: at, states });
  }
  return known;
}

function statesOf({ schedules }: Block, place: string, odd: Oddities): (SourceCardState | null)[] {
  return schedules.map((written) => {
    const state = stateOf(written);
    if (state === null && !written.startsWith('2000-01-01')) odd.add('date-out-of-range', place);
    return state;
  });
}

const GAP = new RegExp(`\`[^\`\\n]*\`|(${HIGHLIGHT.source})|(?:${FORMULA.source})|(${BRACES.source})`, 'g');
/** What a gap says: the card it belongs to, its text, its hint. */
const SAID = /^(?:c?(\d{1,3})(?:;;|::))?([\s\S]*?)(?:;;([\s\S]*))?$/;
const SAID_AS_ANKI = /^c(\d{1,3})::([\s\S]*?)(?:::([\s\S]*))?$/;

/** Every `==gap==` and `{{gap}}` is a card of its own unless it says which: `==1;;gap;;hint==`, `{{c1::gap::hint}}`. */
function withGaps(text: string): string {
  let number = 0;
  return withoutMarks(text).replaceAll(GAP, (whole, marked?: string, braced?: string) => {
    const content = (marked ?? braced)?.slice(2, -2);
    if (content === undefined) return whole;
    const [, told, gap = '', hint] = SAID_AS_ANKI.exec(content) ?? SAID.exec(content) ?? [];
    number = told === undefined ? number + 1 : Number(told);
    return gapMark({ number: Math.max(1, number), text: gap, ...(hint !== undefined && { hint }) });
  });
}

const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp3|ogg|oga|opus|wav|m4a|flac|aac|3gp|mp4|webm|mov|mkv|ogv)$/i;

/** Links between notes, and notes that are shown within, are their words; pictures and sounds of the vault are those of Markdown. */
const htmlOf = (text: string): string =>
  markdownAsHtml(
    text
      .replaceAll(/!\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g, (_, name: string, said?: string) =>
        MEDIA.test(name.trim())
          ? `![](<${name.trim()}>)`
          : `[[${name.trim()}${/\D/.test(said?.trim() ?? '') ? `|${said}` : ''}]]`,
      )
      .replaceAll(/\[\[(?:[^[\]|\n]*\|)([^[\]|\n]+)\]\]/g, '$1')
      .replaceAll(/\[\[([^[\]|\n]+)\]\]/g, (_, name: string) => wordsOf(name)),
  );

/** `Note#Heading` as Obsidian shows it; the name of a block says nothing to people. */
const wordsOf = (link: string): string =>
  link
    .replace(/#\^[^#]*$/, '')
    .split('#')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' > ') || link;
