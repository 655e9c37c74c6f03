import type { NoteType } from '../../domain/note/note-type.ts';
import { hashed } from './note-ids.ts';

const CSS = `.card { font-size: 1.25rem; text-align: center; }
.cloze { font-weight: bold; }`;
const ANSWER = '{{FrontSide}}\n\n<hr id="answer">\n\n';

/** What cards are made of a note: one, one each way, one to type, one for each gap. */
export type TextLayout = 'one-way' | 'both-ways' | 'typed' | 'cloze';

/**
 * The note type for texts that come without one. Equal names, fields and layout give the same type in every file.
 * @param fields names; at least one, of a cloze the first holds the gaps
 */
export function textNoteType(name: string, fields: readonly string[], layout: TextLayout): NoteType {
  const names = fieldNames(fields);
  return {
    id: `text-${hashed([name, layout, ...names])}`,
    name,
    kind: layout === 'cloze' ? 'cloze' : 'standard',
    fields: names.map((each) => ({ name: each })),
    templates: templatesOf(names, layout),
    css: CSS,
    sortField: 0,
  };
}

const shown = (names: readonly string[]) =>
  names.map((name) => `{{#${name}}}<div>{{${name}}}</div>{{/${name}}}`).join('\n');

function templatesOf([first, ...rest]: readonly string[], layout: TextLayout): NoteType['templates'] {
  const [second, ...more] = rest;
  if (layout === 'cloze')
    return [{ name: 'Cloze', front: `{{cloze:${first}}}`, back: `{{cloze:${first}}}\n${shown(rest)}` }];
  const isTyped = layout === 'typed' && second !== undefined;
  const forth = {
    name: 'Card 1',
    front: isTyped ? `{{${first}}}\n\n{{type:${second}}}` : `{{${first}}}`,
    back: isTyped
      ? `{{${first}}}\n\n<hr id="answer">\n\n{{type:${second}}}\n${shown(more)}`
      : `${ANSWER}${shown(rest)}`,
  };
  // Of three fields and more the first may be empty: then the second is asked.
  if (layout === 'one-way' && more.length > 0) {
    const front = `{{#${first}}}{{${first}}}{{/${first}}}{{^${first}}}{{${second}}}{{/${first}}}`;
    const back = `${ANSWER}{{#${first}}}${shown([second!])}{{/${first}}}\n${shown(more)}`;
    return [{ name: 'Card 1', front, back }];
  }
  if (layout !== 'both-ways' || second === undefined) return [forth];
  return [forth, { name: 'Card 2', front: `{{${second}}}`, back: `${ANSWER}{{${first}}}\n${shown(more)}` }];
}

/** As templates can name them, each once. */
function fieldNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const plain = name
      .normalize('NFC')
      .replaceAll(/[{}:"\n]/g, ' ')
      .replace(/^[\s#^/]+/, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const base = plain === '' ? `Field ${i + 1}` : plain.slice(0, 60);
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${base} ${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What a note type's name says of its cards, as Anki calls those it has. */
export function layoutByName(name: string): TextLayout {
  if (/cloze|เติมคำ|เติมช่อง/i.test(name)) return 'cloze';
  if (/revers|both ways|สองทาง|กลับด้าน/i.test(name)) return 'both-ways';
  return /type in|พิมพ์/i.test(name) ? 'typed' : 'one-way';
}
