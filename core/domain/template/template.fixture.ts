import type { NoteType } from '../note/note-type.ts';
import { render, type RenderedCard } from './render.ts';

/** Fields of a note by name, for tests. */
export type Fields = Readonly<Record<string, string>>;

export interface Made {
  readonly front: string;
  readonly back?: string;
  readonly fields: Fields;
  readonly kind?: NoteType['kind'];
  readonly ordinal?: number;
  readonly tags?: readonly string[];
  readonly deck?: string;
  readonly flag?: number;
}

const typeOf = ({ front, back = '', fields, kind = 'standard' }: Made): NoteType => ({
  id: 'anki-1',
  name: 'Basic <b>',
  kind,
  fields: Object.keys(fields).map((name) => ({ name })),
  templates: [{ name: 'Card 1', front, back }],
  css: '',
  sortField: 0,
});

export function made(of: Made): RenderedCard {
  const { fields, ordinal = 0, tags = [], deck = 'Languages::Thai', flag } = of;
  const note = { fields: Object.values(fields), tags };
  return render(typeOf(of), note, ordinal, { deck, ...(flag !== undefined && { flag }) });
}

/** HTML of the front. */
export const front = (template: string, fields: Fields = {}, more: Partial<Made> = {}): string =>
  made({ front: template, fields, ...more }).front.html;

/** HTML of a cloze's side for gap `number`; its one field is `Text`. */
export const gap = (text: string, number: number, side: 'front' | 'back', filter = 'cloze'): string =>
  made({
    front: `{{${filter}:Text}}`,
    back: `{{${filter}:Text}}`,
    fields: { Text: text },
    kind: 'cloze',
    ordinal: number - 1,
  })[side].html;
