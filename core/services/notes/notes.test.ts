import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

const typeNamed = async (name: string, on = app) =>
  (await on.call('notetype.list', {})).types.find((type) => type.name === name)!;
const cardsIn = async (deckId: string, on = app) => (await on.call('deck.cards', { deckId, from: 0, most: 50 })).cards;
async function basic(deckId: string, fields: string[], tags: string[] = [], on = app) {
  const { id } = await typeNamed('Basic', on);
  return on.call('note.add', { deckId, content: { kind: 'fields', typeId: id, fields }, tags });
}
const both = (text: string) => ({ th: text, en: text });
type Draft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];
const base = { prompt: both('ถาม'), explanation: both(''), evidence: [] };
const labels = (...texts: string[]) => texts.map((text, i) => ({ id: String(i + 1), text: both(text) }));
const accept = { th: ['ก'], en: ['a'] };
const KINDS: readonly Draft[] = [
  { ...base, kind: 'card', back: both('ตอบ') },
  { ...base, prompt: both('{{1}} ถาม'), kind: 'cloze', blanks: [{ as: 'text', accept }] },
  { ...base, kind: 'choice', options: labels('ก', 'ข'), answer: ['1'] },
  { ...base, kind: 'choices', options: labels('ก', 'ข', 'ค'), answer: ['1', '3'] },
  { ...base, kind: 'typed', accept },
  { ...base, kind: 'number', answer: 4, tolerance: 0 },
  { ...base, kind: 'date', answer: '1992-05-15' },
  { ...base, kind: 'order', items: labels('ก', 'ข') },
  { ...base, kind: 'match', left: labels('ก'), right: labels('ข', 'ค'), answer: { 1: '2' } },
];

describe('a note that is written here', () => {
  it('is asked in its deck and stays when the app begins anew', async () => {
    const { deckId } = await app.call('deck.create', { name: 'ไทย::คำ' });
    const { noteId, cards } = await basic(deckId, ['แมว', 'cat'], ['สัตว์']);
    expect(cards).toEqual([`${noteId}#0`]);
    await app.restart();
    expect((await cardsIn(deckId)).map(({ cardId, text }) => [cardId, text])).toEqual([[cards[0], 'แมว']]);
    const note = await app.call('note.get', { cardId: cards[0]! });
    expect(note).toMatchObject({ noteId, tags: ['สัตว์'], isOwn: true, deck: { name: 'ไทย::คำ' } });
    expect(note.fields.map(({ name, text }) => [name, text])).toEqual([
      ['Front', 'แมว'],
      ['Back', 'cat'],
    ]);
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deckId });
    expect(await app.call('study.next', { sessionId })).toMatchObject({ prompt: { th: 'แมว' }, hasFace: true });
  });

  it.each(KINDS.map((question) => [question.kind, question] as const))(
    'of the kind %s is read back as it was written',
    async (kind, question) => {
      const { deckId } = await app.call('deck.create', { name: 'คำถาม' });
      const content = { kind: 'question', languages: ['th', 'en'], question } as const;
      const { noteId } = await app.call('note.add', {
        deckId,
        content: { ...content, languages: ['th', 'en'] },
        tags: [],
      });
      await app.restart();
      const note = await app.call('note.get', { noteId });
      expect(note.question).toEqual({ languages: ['th', 'en'], question });
      expect((await cardsIn(deckId)).map((card) => card.kind)).toEqual([kind]);
    },
  );

  it.each<[string, Draft]>([
    ['no-prompt', { ...KINDS[0]!, prompt: { th: '', en: 'a' } } as Draft],
    ['no-back', { ...base, kind: 'card', back: both(' ') }],
    ['no-gap', { ...base, kind: 'cloze', blanks: [] }],
    ['gaps-differ', { ...base, kind: 'cloze', blanks: [{ as: 'year', answer: 1992 }] }],
    ['too-few-options', { ...base, kind: 'choice', options: labels('ก'), answer: ['1'] }],
    ['same-options', { ...base, kind: 'choice', options: labels('ก', 'ก'), answer: ['1'] }],
    ['no-right-option', { ...base, kind: 'choices', options: labels('ก', 'ข'), answer: [] }],
    ['many-right-options', { ...base, kind: 'choice', options: labels('ก', 'ข'), answer: ['1', '2'] }],
    ['no-answer', { ...base, kind: 'typed', accept: { th: [' '], en: ['a'] } }],
    ['no-date', { ...base, kind: 'date', answer: '1992-02-30' }],
    ['too-few-items', { ...base, kind: 'order', items: labels('ก') }],
    ['no-pairs', { ...base, kind: 'match', left: labels('ก'), right: labels('ข'), answer: {} }],
  ])('is refused with %s', async (reason, question) => {
    const { deckId } = await app.call('deck.create', { name: 'คำถาม' });
    const content = { kind: 'question' as const, languages: ['th' as const, 'en' as const], question };
    expect((await app.call('note.preview', { content, tags: [] })).problems[0]).toBe(reason);
    await expect(app.call('note.add', { deckId, content, tags: [] })).rejects.toMatchObject({
      code: 'bad-input',
      details: { reason },
    });
    expect(await cardsIn(deckId)).toEqual([]);
  });

  it('without anything on its front is refused', async () => {
    const { deckId } = await app.call('deck.create', { name: 'คำ' });
    await expect(basic(deckId, ['', 'cat'])).rejects.toMatchObject({ details: { reason: 'no-cards' } });
  });
});

describe('a note that is changed', () => {
  it('gets the cards of the gaps that are written into it, and loses those of gaps that are gone, whose history stays', async () => {
    const { deckId } = await app.call('deck.create', { name: 'ช่อง' });
    const { id } = await typeNamed('Cloze');
    const content = { kind: 'fields' as const, typeId: id, fields: ['{{c1::หนึ่ง}} {{c2::สอง}}', ''] };
    const { noteId } = await app.call('note.add', { deckId, content, tags: [] });
    const shown = async () => (await cardsIn(deckId)).map(({ cardId, phase }) => [cardId.slice(-2), phase]);
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deckId });
    const card = (await app.call('study.next', { sessionId }))!;
    await app.call('study.answer', {
      sessionId,
      cardId: card.cardId,
      revision: card.revision,
      elapsedMs: 900,
      grade: 4,
    });
    await app.call('note.set', { noteId, fields: { 0: '{{c2::สอง}} {{c3::สาม}}' } });
    expect(await shown()).toEqual([
      ['#1', 'new'],
      ['#2', 'new'],
    ]);
    await app.call('note.set', { noteId, fields: { 0: '{{c1::หนึ่ง}}' } });
    await app.restart();
    expect(await shown()).toEqual([['#0', 'review']]);
  });

  it('lies in another deck, and is removed', async () => {
    const one = (await app.call('deck.create', { name: 'A' })).deckId;
    const two = (await app.call('deck.create', { name: 'B' })).deckId;
    const { noteId } = await basic(one, ['a', 'b']);
    await basic(one, ['c', 'd']);
    const count = async () => [(await cardsIn(one)).length, (await cardsIn(two)).length];
    await app.call('note.set', { noteId, deckId: two });
    expect(await count()).toEqual([1, 1]);
    await app.call('note.remove', { noteIds: [noteId] });
    expect(await count()).toEqual([1, 0]);
  });
});

describe('the history of notes', () => {
  const entries = async () => (await app.call('history.list', { days: 1 })).days.flatMap((day) => day.entries);
  const deck = async (name: string) => (await app.call('deck.create', { name })).deckId;

  it('says what was written, changed and deleted, and takes each back as one', async () => {
    const deckId = await deck('A');
    const { noteId } = await basic(deckId, ['a', 'b']);
    await app.call('note.set', { noteId, fields: { 0: 'c', 1: 'd' } });
    const { noteId: other } = await basic(deckId, ['e', 'f']);
    await app.call('note.remove', { noteIds: [noteId, other] });
    const found = await entries();
    expect(found.map(({ kind, count }) => [kind, count]).sort()).toEqual([
      ['deck-added', 1],
      ['note-added', 1],
      ['note-added', 1],
      ['note-change', 1],
      ['note-removed', 2],
    ]);
    const removal = found.find(({ kind }) => kind === 'note-removed')!;
    await app.call('history.undo', { ref: removal.ref! });
    expect((await cardsIn(deckId)).map(({ text }) => text).sort()).toEqual(['c', 'e']);
    const change = found.find(({ kind }) => kind === 'note-change')!;
    await app.call('history.undo', { ref: change.ref! });
    expect((await cardsIn(deckId)).map(({ text }) => text).sort()).toEqual(['a', 'e']);
  });
});

describe('two devices that write', () => {
  async function pair() {
    const { deckId } = await app.call('deck.create', { name: 'A' });
    const { noteId } = await basic(deckId, ['a', 'b']);
    const other = await startStudyApp();
    await other.call('data.merge', { path: app.dataDir });
    other.clock.set(app.clock.now() + 60_000);
    return { deckId, noteId, other };
  }
  const texts = async (on: StudyApp, noteId: string) =>
    (await on.call('note.get', { noteId })).fields.map(({ text }) => text);

  it('different fields keep both, the same field the later, and both know the same in the end', async () => {
    const { noteId, other } = await pair();
    await app.call('note.set', { noteId, fields: { 0: 'one', 1: 'mine' } });
    await other.call('note.set', { noteId, fields: { 1: 'theirs' } });
    await app.call('data.merge', { path: other.dataDir });
    await other.call('data.merge', { path: app.dataDir });
    expect(await texts(app, noteId)).toEqual(['one', 'theirs']);
    expect(await texts(other, noteId)).toEqual(['one', 'theirs']);
    await other.dispose();
  });

  it('a note that one removes and the other edits stays removed, with what was written in it', async () => {
    const { noteId, deckId, other } = await pair();
    await app.call('note.remove', { noteIds: [noteId] });
    await other.call('note.set', { noteId, fields: { 1: 'theirs' } });
    await app.call('data.merge', { path: other.dataDir });
    expect(await cardsIn(deckId)).toEqual([]);
    expect(await texts(app, noteId)).toEqual(['a', 'theirs']);
    await other.dispose();
  });
});

describe('note types', () => {
  it('that are changed say first what comes of it', async () => {
    const { deckId } = await app.call('deck.create', { name: 'A' });
    const { noteId } = await basic(deckId, ['a', 'b']);
    await basic(deckId, ['c', '']);
    const { id } = await typeNamed('Basic');
    const { id: _, ...type } = await app.call('notetype.get', { typeId: id });
    const changed = { ...type, templates: [...type.templates, { name: 'Back', front: '{{Back}}', back: '{{Front}}' }] };
    const change = { typeId: id, notes: 2, added: 1, gone: 0 };
    expect(await app.call('notetype.set', { typeId: id, type: changed, isTrial: true })).toEqual(change);
    expect((await cardsIn(deckId)).length).toBe(2);
    expect(await app.call('notetype.set', { typeId: id, type: changed, isTrial: false })).toEqual(change);
    await app.restart();
    expect((await cardsIn(deckId)).map(({ cardId }) => cardId)).toContain(`${noteId}#1`);
    const gone = {
      ...changed,
      templates: changed.templates.map((one, i) => (i === 0 ? { ...one, gone: true as const } : one)),
    };
    expect(await app.call('notetype.set', { typeId: id, type: gone, isTrial: false })).toEqual({
      ...change,
      added: 0,
      gone: 2,
    });
    expect((await cardsIn(deckId)).map(({ cardId }) => cardId)).toEqual([`${noteId}#1`]);
  });

  it.each([
    ['same-names', { fields: [{ name: 'A' }, { name: 'a' }] }],
    ['field-name', { fields: [{ name: '{{A' }] }],
    ['no-templates', { templates: [{ name: '1', front: '', back: '', gone: true as const }] }],
    ['sort-field', { sortField: 4 }],
  ])('are refused with %s', async (reason, part) => {
    const type = {
      ...{ name: 'T', kind: 'standard' as const, css: '', sortField: 0 },
      ...{ fields: [{ name: 'A' }], templates: [{ name: '1', front: '{{A}}', back: '' }] },
    };
    await expect(app.call('notetype.set', { type: { ...type, ...part }, isTrial: false })).rejects.toMatchObject({
      code: 'bad-input',
      details: { reason },
    });
  });

  it('another one for a note takes the fields along that are wanted', async () => {
    const { deckId } = await app.call('deck.create', { name: 'A' });
    const { noteId } = await basic(deckId, ['a', 'b']);
    const { id } = await typeNamed('Basic (and reversed card)');
    const convert = (isTrial: boolean) =>
      app.call('note.convert', { noteIds: [noteId], typeId: id, fields: [1, 0], isTrial });
    expect(await convert(true)).toEqual({ notes: 1, kept: 1, added: 1, gone: 0 });
    await convert(false);
    const note = await app.call('note.get', { noteId });
    expect([note.type, note.fields.map(({ text }) => text)]).toEqual(['Basic (and reversed card)', ['b', 'a']]);
    expect((await cardsIn(deckId)).length).toBe(2);
  });
});

describe('files and drafts', () => {
  it('a picture is kept by its hash, shown in the card, and known to the check', async () => {
    const { deckId } = await app.call('deck.create', { name: 'A' });
    const path = join(app.dataDir, '..', 'แมว ก.png');
    writeFileSync(path, Buffer.from('89504e470d0a1a0a0000', 'hex'));
    const { name, kind } = await app.call('media.add', { path, name: 'แมว ก.png' });
    expect([name, kind]).toEqual([expect.stringMatching(/^แมว-ก-[0-9a-f]{12}\.png$/), 'image']);
    const { cards } = await basic(deckId, [`<img src="${name}">`, 'cat']);
    const { face } = await app.call('card.face', { cardId: cards[0]! });
    expect([face!.front.missing, face!.front.html]).toEqual([[], expect.stringContaining('/media/')]);
    await expect(
      app.call('media.add', { path: join(app.dataDir, 'device.json'), name: 'a.png' }),
    ).rejects.toMatchObject({
      details: { reason: 'not-media' },
    });
  });

  it('a draft is there after a restart, until it is dropped', async () => {
    await app.call('draft.keep', { id: 'new', text: '{"a":1}' });
    await app.call('draft.keep', { id: 'other', text: '{"b":1}' });
    await app.restart();
    expect((await app.call('draft.list', {})).drafts.map(({ id, text }) => [id, text])).toEqual([
      ['other', '{"b":1}'],
      ['new', '{"a":1}'],
    ]);
    await app.call('draft.drop', { id: 'new' });
    await app.restart();
    expect((await app.call('draft.list', {})).drafts.map(({ id }) => id)).toEqual(['other']);
  });
});
