import type { NoteType } from '../../../domain/note/note-type.ts';

const CSS = `.card { font-size: 1.25rem; line-height: 1.5; text-align: left; max-width: 40rem; margin: 0 auto; }
.hint, .reason, .also { margin-top: 0.75em; font-size: 0.9em; opacity: 0.85; }
.cloze { font-weight: bold; }`;
const HINT = '{{#Hint}}<div class="hint">{{hint:Hint}}</div>{{/Hint}}';
const REASON = '{{#Reason}}<div class="reason">{{Reason}}</div>{{/Reason}}';
const LINE = '<hr id="answer">';

const plainType = (id: string, name: string, fields: readonly string[], front: string, back: string): NoteType => ({
  id,
  name,
  kind: fields[0] === 'Text' ? 'cloze' : 'standard',
  fields: fields.map((field) => ({ name: field })),
  templates: [{ name: 'Card 1', front, back }],
  css: CSS,
  sortField: 0,
});

/** What cards of our own kinds are in a program that knows only faces. The ids stay for ever: Anki knows types by them. */
export const PLAIN_CARD = plainType(
  'jamdai-card',
  'Jamdai',
  ['Question', 'Answer', 'Reason', 'Hint'],
  `{{Question}}\n${HINT}`,
  `{{Question}}\n${LINE}\n{{Answer}}\n${REASON}`,
);

export const PLAIN_TYPED = plainType(
  'jamdai-typed',
  'Jamdai (type the answer)',
  ['Question', 'Answer', 'Also right', 'Reason', 'Hint'],
  `{{Question}}\n${HINT}\n{{type:Answer}}`,
  `{{Question}}\n${LINE}\n{{type:Answer}}\n{{#Also right}}<div class="also">= {{Also right}}</div>{{/Also right}}\n${REASON}`,
);

export const PLAIN_CLOZE = plainType(
  'jamdai-cloze',
  'Jamdai (cloze)',
  ['Text', 'Reason', 'Hint'],
  `{{cloze:Text}}\n${HINT}`,
  `{{cloze:Text}}\n${REASON}`,
);
