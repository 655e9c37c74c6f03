import { expect, it } from 'vitest';
import { gistOf } from './note-gist.ts';
import { NoteWriting } from './note-writing.svelte.ts';
import { tagsIn } from './tag-words.ts';

const fieldsNote = (...fields: string[]) =>
  ({ ...new NoteWriting().written(), making: { kind: 'fields', typeId: 't' }, fields }) as const;

it.each([
  ['markup is left out', fieldsNote('<b>one</b><br>two'), 'one two'],
  ['a gap shows what is in it', fieldsNote('', '{{c1::Pluto::planet}} is {{c2::small}}'), 'Pluto is small'],
  [
    'masks and pictures are no text',
    fieldsNote('{{c1::image-occlusion:rect:left=.1:top=.4:width=.2:height=.15}}<br>', '<img src="a.png">', 'The heart'),
    'The heart',
  ],
  ['of a picture alone there is none', fieldsNote('{{c1::image-occlusion:rect:left=.1}}', '<img src="a.png">'), ''],
  ['a long one is cut between letters', fieldsNote('ก'.repeat(80)), `${'ก'.repeat(60)}…`],
  ['an empty one has none', fieldsNote('', ' '), ''],
])('%s', (_what, note, gist) => expect(gistOf(note)).toBe(gist));

it.each([
  ['sky  planets,moon', ['sky', 'planets', 'moon']],
  ['::a::b::', ['a::b']],
  ['ดาว，ฟ้า', ['ดาว', 'ฟ้า']],
  [' , ', []],
])('tags in %s', (typed, tags) => expect(tagsIn(typed)).toEqual(tags));
