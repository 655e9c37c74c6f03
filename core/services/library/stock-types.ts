import type { NoteType } from '../../domain/note/note-type.ts';
import { textNoteType } from '../transfer/note-types.ts';

const OCCLUSION_CSS = `.card { text-align: center; }
.header { font-weight: bold; }
.more { margin-top: 1rem; }
img { max-width: 100%; }`;

/** A picture with masks: a card for each mask, which asks what is below it. Names of fields as Anki has them. */
const OCCLUSION: NoteType = {
  id: 'stock-image-occlusion',
  name: 'Image Occlusion',
  kind: 'cloze',
  stock: 'image-occlusion',
  fields: ['Occlusion', 'Image', 'Header', 'Back Extra', 'Comments'].map((name) => ({ name })),
  templates: [
    {
      name: 'Image Occlusion',
      front: '{{#Header}}<div class="header">{{Header}}</div>{{/Header}}\n<div>{{cloze:Occlusion}}</div>\n{{Image}}',
      back:
        '{{#Header}}<div class="header">{{Header}}</div>{{/Header}}\n<div>{{cloze:Occlusion}}</div>\n{{Image}}\n' +
        '{{#Back Extra}}<div class="more">{{Back Extra}}</div>{{/Back Extra}}',
    },
  ],
  css: OCCLUSION_CSS,
  sortField: 2,
};

const SIDES = ['Front', 'Back'] as const;

/** Note types that are there without an import, in the order they are offered. */
export const STOCK_TYPES: readonly NoteType[] = [
  textNoteType('Basic', SIDES, 'one-way'),
  textNoteType('Basic (and reversed card)', SIDES, 'both-ways'),
  textNoteType('Basic (type in the answer)', SIDES, 'typed'),
  textNoteType('Cloze', ['Text', 'Back Extra'], 'cloze'),
  OCCLUSION,
];
