import type { CardTemplate, NoteType } from '../../../../domain/note/note-type.ts';
import { showsField } from '../../../../domain/template/cards-made.ts';
import { parsedFront } from '../../../../domain/template/parsed.ts';
import { USN } from './schema.ts';

const IMAGE_OCCLUSION = 6;
const FONT = 'Arial';
const SIZE_PX = 20;

/** A note type as schema 11 holds it in JSON. @param modifiedAt epoch ms */
export function noteTypeJson(type: NoteType, id: number, modifiedAt: number) {
  const isOcclusion = type.stock === 'image-occlusion';
  return {
    id,
    name: type.name,
    type: type.kind === 'cloze' ? 1 : 0,
    mod: Math.floor(modifiedAt / 1000),
    usn: USN,
    sortf: type.sortField,
    did: null,
    tmpls: type.templates.map(({ name, front, back }, ord) => ({
      name,
      ord,
      qfmt: front,
      afmt: back,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
    })),
    flds: type.fields.map(({ name, isRightToLeft, font, sizePx }, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: isRightToLeft ?? false,
      font: font ?? FONT,
      size: sizePx ?? SIZE_PX,
      description: '',
      plainText: false,
      collapsed: false,
      excludeFromSearch: false,
      // Anki finds the fields of its occlusions by this.
      ...(isOcclusion && { tag: ord, preventDeletion: ord < 2 }),
    })),
    css: type.css,
    latexPre: type.latex?.before ?? '',
    latexPost: type.latex?.after ?? '',
    latexsvg: false,
    req: type.kind === 'cloze' ? [[0, 'any', [0]]] : type.templates.map((template, i) => needed(type, template, i)),
    ...(isOcclusion && { originalStockKind: IMAGE_OCCLUSION }),
    tags: [],
    vers: [],
  };
}

/** Which fields a card needs: any of some, all of some, or it is never made. Old programs go by this, new ones look themselves. */
function needed(type: NoteType, template: CardTemplate, place: number): [number, 'any' | 'all' | 'none', number[]] {
  const { nodes } = parsedFront(template);
  const names = type.fields.map(({ name }) => name.normalize());
  const places = [...names.keys()];
  const any = places.filter((i) => showsField(nodes, new Set([names[i]!])));
  if (any.length > 0) return [place, 'any', any];
  const all = places.filter((i) => !showsField(nodes, new Set(names.filter((_, other) => other !== i))));
  return all.length > 0 && showsField(nodes, new Set(names)) ? [place, 'all', all] : [place, 'none', []];
}
