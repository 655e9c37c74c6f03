import type { NoteType } from '../note/note-type.ts';
import { ownFields, specialFields, type CardPlace, type NoteContent } from './fields.ts';
import { escapeText } from './escape.ts';
import { parsedFront } from './parsed.ts';
import { plainText } from './plain-text.ts';
import { SideText } from './side-text.ts';

/**
 * What a list of cards shows of a card's front: its plain text, formulas as their source. A sixth of the work of `render`, which a
 * hundred rows would be waited for.
 * @param ordinal place of the template; of a cloze the number of its gap less one
 */
export function frontText(type: NoteType, note: NoteContent, ordinal: number, place: CardPlace): string {
  const isCloze = type.kind === 'cloze';
  const template = type.templates[isCloze ? 0 : ordinal];
  if (!template) return '';
  const special = [...specialFields(type, note, template.name, place)].map(
    ([name, value]) => [name, escapeText(value)] as const,
  );
  const fields = new Map([...special, ...ownFields(type, note)]);
  const side = new SideText(
    { fields, number: ordinal + 1, isCloze, side: 'front', frontSide: '' },
    parsedFront(template),
  );
  return plainText(side.text);
}
