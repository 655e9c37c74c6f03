import type { Format } from '../format.ts';
import { FieldNotes } from '../markdown/field-notes.ts';
import { frontMatter } from '../markdown/front-matter.ts';
import { markdownAsHtml, withoutMarks } from '../markdown/html.ts';
import { openMarkdown } from '../markdown/open.ts';
import type { Oddities } from '../oddities.ts';
import { stemOf } from '../text-file.ts';
import { deckName } from '../texts.ts';
import { hashCards, withGaps } from './cards.ts';

/** Markdown of hashcards: https://github.com/eudoxia0/hashcards */
export const hashcardsFormat: Format = {
  id: 'hashcards',
  extensions: ['md', 'markdown', 'txt'],

  detect(head, name) {
    const text = new TextDecoder().decode(head);
    const hasPairs = /^Q:[\s\S]*^A:/m.test(text);
    // Other programs write such pairs as plain text.
    if (/\.txt$/i.test(name)) return hasPairs ? 0.7 : 0;
    return /\.(?:md|markdown)$/i.test(name) && (hasPairs || /^C:[\s\S]*\[/m.test(text)) ? 0.8 : 0;
  },

  open: (source, options) =>
    openMarkdown(source, options, (text, odd) => {
      const notes = new FieldNotes(odd);
      addHashcards(notes, text, { name: source.name, odd });
      return { notes };
    }),
};

/** Adds all cards of a text of hashcards. @param name of the file @param place put before the number of a line that is told */
export function addHashcards(
  notes: FieldNotes,
  text: string,
  { name, odd, place = '' }: { readonly name: string; readonly odd: Oddities; readonly place?: string },
): void {
  const { matter, body, firstLine } = frontMatter(text);
  const named = /^\s*name\s*=\s*"((?:[^"\\]|\\.)*)"/m.exec(matter ?? '')?.[1];
  const deck = deckName(named?.replaceAll(/\\(.)/g, '$1') ?? stemOf(name));
  const onBroken = (line: number) => odd.add('row-unreadable', `${place}${line}`);
  for (const card of hashCards(body, firstLine, onBroken)) {
    const same = { deck, tags: [], place: `${place}${card.line}` };
    if (card.kind === 'cloze')
      notes.add({ ...same, layout: 'cloze', first: card.text, fields: [markdownAsHtml(withGaps(card.text)), ''] });
    else {
      const fields = [card.front, card.back].map((side) => markdownAsHtml(withoutMarks(side)));
      notes.add({ ...same, layout: 'one-way', first: card.front, fields });
    }
  }
}
