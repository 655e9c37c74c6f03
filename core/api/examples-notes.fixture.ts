import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';
import { FACE_EXAMPLES } from './examples-face.fixture.ts';

const cardId = parseCardId('own/abc#0');
const face = FACE_EXAMPLES['card.face'][1].face;
const cards = [{ ordinal: 0, name: 'Card 1', face }];
const both = { th: 'คำ', en: 'word' };
const question = {
  languages: ['th', 'en'],
  question: { kind: 'card', prompt: both, explanation: both, hint: both, level: 'recall', evidence: [], back: both },
} satisfies Output<'note.get'>['question'];
const type = {
  ...{ name: 'คำศัพท์', kind: 'standard', css: '.card {}', sortField: 0 },
  fields: [
    { name: 'คำ', isRightToLeft: true, font: 'Arial', sizePx: 20 },
    { name: 'เก่า', gone: true },
  ],
  templates: [{ name: '1', front: '{{คำ}}', back: '{{คำ}}' }],
} satisfies Sent<'notetype.set'>['type'];
const fields = { kind: 'fields', typeId: 'own-1', fields: ['คำ'] } satisfies Sent<'note.preview'>['content'];

type Methods =
  | 'note.get'
  | 'note.add'
  | 'note.set'
  | 'note.remove'
  | 'note.preview'
  | 'note.convert'
  | 'notetype.list'
  | 'notetype.get'
  | 'notetype.set'
  | 'notetype.preview'
  | 'notetype.remove'
  | 'deck.create'
  | 'media.add'
  | 'draft.list'
  | 'draft.keep'
  | 'draft.drop';

/** One call of every method about notes, note types and what is put into them. */
export const NOTE_EXAMPLES: { readonly [M in Methods]: readonly [Sent<M>, Output<M>] } = {
  'note.get': [
    { cardId },
    {
      ...{
        noteId: 'own/abc',
        stand: { lessonId: 'l-1', sectionId: 's-1' },
        deck: { id: 'deck-a', name: 'A' },
        type: 'Basic',
        typeId: 'own-1',
        tags: ['a::b'],
      },
      fields: [{ place: 0, name: 'Front', text: 'คำ', isEdited: true, isRightToLeft: false }],
      ...{ question, cards: [{ cardId, deckId: 'deck-a' }], isOwn: true, createdAt: 1, modifiedAt: 2 },
    },
  ],
  'note.add': [
    {
      deckId: 'deck-a',
      stand: { lessonId: 'l-1', sectionId: 's-1' },
      content: { kind: 'question', ...question },
      tags: ['a'],
    },
    { noteId: 'own/abc', cards: [cardId] },
  ],
  'note.set': [
    {
      noteId: 'own/abc',
      fields: { 0: 'คำ' },
      question,
      tags: ['a'],
      deckId: 'deck-a',
      stand: { lessonId: 'l-1', sectionId: 's-1' },
    },
    { done: true },
  ],
  'note.remove': [{ noteIds: ['own/abc'] }, { notes: 1 }],
  'note.preview': [
    { content: fields, tags: [], deckId: 'deck-a', noteId: 'own/abc' },
    { cards, problems: ['no-cards', 'no-gap'] },
  ],
  'note.convert': [
    { noteIds: ['own/abc'], typeId: 'own-1', fields: [0, null], isTrial: true },
    { notes: 1, kept: 1, added: 1, gone: 0 },
  ],
  'notetype.list': [
    {},
    {
      types: [
        {
          ...{ id: 'own-1', name: 'คำศัพท์', kind: 'standard', isOcclusion: false, from: 'made' },
          fields: [{ place: 0, name: 'คำ', isRightToLeft: true }],
        },
      ],
    },
  ],
  'notetype.get': [{ typeId: 'own-1' }, { ...type, id: 'own-1' }],
  'notetype.set': [
    { typeId: 'own-1', type, isTrial: true },
    { typeId: 'own-1', notes: 3, added: 1, gone: 2 },
  ],
  'notetype.preview': [{ typeId: 'own-1', type, noteId: 'own/abc' }, { cards }],
  'notetype.remove': [{ typeId: 'own-1' }, { done: true }],
  'deck.create': [{ name: 'A::B' }, { deckId: 'deck-b' }],
  'media.add': [
    { path: 'received:1/แมว.png', name: 'แมว.png' },
    { name: 'แมว-0123456789ab.png', kind: 'image', address: '/media/AAAA/0123' },
  ],
  'draft.list': [{}, { drafts: [{ id: 'new', at: 1, text: '{}' }] }],
  'draft.keep': [{ id: 'new', text: '{}' }, { done: true }],
  'draft.drop': [{ id: 'new' }, { done: true }],
};
