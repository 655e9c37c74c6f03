import type { NoteType } from '../note/note-type.ts';

/** What a template reads of a note. */
export interface NoteContent {
  /** HTML, in the order of the type's fields; missing ones are empty. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
}

/** What a template may show of the card beside its note. */
export interface CardPlace {
  /** Whole name of the deck, nested by `::`. */
  readonly deck: string;
  /** 1 to 7; 0 or nothing without a flag. */
  readonly flag?: number;
}

/** A field holds nothing that shows: white space and empty lines only. */
export function isEmptyField(html: string): boolean {
  if (/^[^<\s]/.test(html)) return false;
  return !/[^ \t\n\v\f\r]/.test(html.replace(/<\/?(?:br|div) ?\/?>/gi, ''));
}

/** Fields by their name, as a card shows them. */
export function ownFields(type: NoteType, note: NoteContent): Map<string, string> {
  const values = new Map<string, string>();
  for (const [i, field] of type.fields.entries()) {
    const name = field.name.normalize();
    if (!field.gone && !values.has(name)) values.set(name, note.fields[i] ?? '');
  }
  return values;
}

/** Fields that every note has; one of its own with the same name goes before. Their text is no HTML. */
export function specialFields(
  type: NoteType,
  note: NoteContent,
  template: string,
  place: CardPlace,
): ReadonlyMap<string, string> {
  const flag = place.flag ?? 0;
  return new Map([
    ['Tags', note.tags.join(' ')],
    ['Type', type.name],
    ['Deck', place.deck],
    ['Subdeck', place.deck.split('::').at(-1) ?? ''],
    ['Card', template],
    ['CardFlag', flag >= 1 && flag <= 7 ? `flag${String(flag)}` : ''],
  ]);
}
