import type { Output } from '../../../core/api/contract.ts';
import { t } from './locale.svelte.ts';

type NoteTypeItem = Output<'notetype.list'>['types'][number];

/** Types that are there without an import, by the names they have in Anki. */
const STOCK = {
  Basic: 'editor.type.basic',
  'Basic (and reversed card)': 'editor.type.reversed',
  'Basic (type in the answer)': 'editor.type.typed',
  Cloze: 'editor.type.cloze',
  'Image Occlusion': 'editor.type.occlusion',
} as const;

/** The name of a note type in the language in use. */
export function typeName({ name, from }: Pick<NoteTypeItem, 'name' | 'from'>): string {
  return from === 'stock' && Object.hasOwn(STOCK, name) ? t(STOCK[name as keyof typeof STOCK]) : name;
}
