import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import AppShell from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { addHref, editNoteHref } from '../../app/address.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { NOTE_EXAMPLES } from '../../../../core/api/examples-notes.fixture.ts';
// The views are fetched when they are first shown: compiled here, no test waits for that.
import './AddView.svelte';
import './EditView.svelte';
import { deckItem } from '../../courses/library-items.fixture.ts';

type Type = Output<'notetype.list'>['types'][number];
const BASIC: Type = {
  ...{ id: 'basic', name: 'Basic', kind: 'standard', isOcclusion: false, from: 'stock' },
  fields: ['Front', 'Back'].map((name, place) => ({ place, name, isRightToLeft: false })),
};
const CLOZE: Type = {
  ...{ ...BASIC, id: 'cloze', name: 'Cloze', kind: 'cloze' },
  fields: [{ place: 0, name: 'Text', isRightToLeft: true }],
};
const NOTE = {
  ...NOTE_EXAMPLES['note.get'][1],
  ...{ noteId: 'own/abc', deck: { id: 'deck-a', name: 'A' }, typeId: null, fields: [], tags: ['sky'] },
};
const both = (text: string) => ({ th: text, en: text });
const CHOICE = {
  languages: ['en'] as ('th' | 'en')[],
  question: {
    ...{ kind: 'choice' as const, prompt: both('Largest?'), explanation: both('It is.'), evidence: [], answer: ['b'] },
    options: ['Saturn', 'Jupiter', 'Mars'].map((name, at) => ({ id: 'abc'[at]!, text: both(name), why: both('no') })),
  },
};

function open(hash: string, script: Script = {}) {
  location.hash = hash;
  const host = scriptedHost({
    'library.list': () => ({ courses: [deckItem('deck-a', 'A', null), deckItem('deck-b', 'B', null)] }),
    'notetype.list': () => ({ types: [BASIC, CLOZE] }),
    'draft.list': () => ({ drafts: [] }),
    'draft.keep': () => ({ done: true }),
    'draft.drop': () => ({ done: true }),
    'note.preview': () => ({ cards: [], problems: ['no-cards'] }),
    'note.add': () => ({ noteId: 'own/new', cards: [] }),
    'note.set': () => ({ done: true }),
    ...script,
  });
  render(AppShell, { app: new App(host.send) });
  return { host, user: userEvent.setup() };
}
const box = (name: string | RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name });
const isChecked = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;
/** What is said below a field. */
const saidOf = (field: Element) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();

beforeEach(() => {
  window.scrollTo = () => undefined;
});

describe('a new note', () => {
  it('bug: saved into a new deck it was kept as a draft once more', async () => {
    const done: string[] = [];
    const tell = (what: string) => () => {
      done.push(what);
      return { done: true as const };
    };
    const { user } = open('#/add', {
      ...{ 'deck.create': () => ({ deckId: 'deck-c' }), 'draft.keep': tell('keep'), 'draft.drop': tell('drop') },
      'library.list': () => ({ courses: [] }),
    });
    await user.type(await box('Name of the new deck'), 'C');
    await user.type(await box('Question'), 'Largest?');
    await user.type(await box('Answer'), 'Jupiter');
    await user.click(screen.getByRole('button', { name: 'Save and add another' }));
    await screen.findByText(/^✓ Added to/);
    location.hash = '#/library';
    await screen.findByRole('heading', { level: 1, name: 'Library' });
    expect(done.at(-1)).toBe('drop');
  });

  it('that another one asks already is told so, with a way to that one', async () => {
    const title = { text: 'Largest?', marks: [[0, 8]] as [number, number][] };
    const hit = (cardId: string, text = title) => ({
      ...{
        address: { kind: 'note' as const, cardId },
        title: text,
        detail: null,
        place: { course: 'B', lesson: null },
      },
    });
    const longer = { text: 'Largest? And the smallest?', marks: title.marks };
    const { host, user } = open(addHref('deck-a'), {
      'search.find': () => ({
        groups: [{ kind: 'note', best: 0, total: 2, hits: [hit('own/x#0'), hit('own/y#0', longer)] }],
        isComplete: true,
      }),
    });
    await user.type(await box('Question'), 'Largest?');
    const link = await screen.findByRole('link', { name: 'B' }, { timeout: 3_000 });
    expect(link.getAttribute('href')).toBe('#/edit/card/own%2Fx%230');
    expect(screen.getAllByText(/A note asks this already/)).toHaveLength(1);
    expect(host.calls('search.find')).toEqual([expect.objectContaining({ query: '"Largest?"', kinds: ['note'] })]);
  });

  it('says what is missing beside its field, and sends nothing', async () => {
    const { host, user } = open(addHref('deck-a'));
    const prompt = await box('Question');
    await user.click(screen.getByRole('button', { name: /^Save$/ }));
    expect(saidOf(prompt)).toBe('What is asked is missing.');
    expect(document.activeElement).toBe(prompt);
    expect(saidOf(await box('Answer'))).toBe('The answer is missing.');
    expect(host.calls('note.add')).toEqual([]);
    await user.type(prompt, 'Largest planet?');
    await waitFor(() => expect(saidOf(prompt)).toBe(''));
  });

  it('goes into the deck one comes from, and another one begins like it', async () => {
    const { host, user } = open(addHref('deck-b'));
    await user.click(await screen.findByRole('radio', { name: 'Typed' }));
    await user.type(await box('Question'), 'Largest planet?');
    await user.type(await box('Accepted answers'), 'Jupiter');
    await user.type(screen.getByRole('combobox', { name: 'Tags' }), 'sky planets,');
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() => expect(host.calls('note.add')).toHaveLength(1));
    expect(host.calls('note.add')[0]).toMatchObject({
      deckId: 'deck-b',
      tags: ['sky', 'planets'],
      content: { languages: ['en'], question: { kind: 'typed', accept: { th: ['Jupiter'], en: ['Jupiter'] } } },
    });
    await waitFor(async () => expect((await box('Question')).value).toBe(''));
    expect(document.activeElement).toBe(await box('Question'));
    expect(isChecked('Typed')).toBe(true);
    expect(screen.getByRole('button', { name: 'Take out sky' })).toBeTruthy();
  });

  it('completes tags by those there are, without those it has', async () => {
    const facets = { total: 2, courses: [], states: [], flags: [], kinds: [], noteTypes: [] };
    const tags = ['sky', 'sky::moons'].map((name) => ({ name, cards: 1 }));
    const { user } = open(addHref('deck-a'), { 'card.facets': () => ({ ...facets, tags }) });
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Tags' });
    const offered = () => Array.from(field.list?.options ?? [], ({ value }) => value);
    await waitFor(() => expect(offered()).toEqual(['sky', 'sky::moons']));
    await user.type(field, 'sky ');
    expect(offered()).toEqual(['sky::moons']);
  });

  it('another kind and back again loses nothing', async () => {
    const { user } = open(addHref('deck-a'));
    await user.type(await box('Answer'), 'Ice');
    await user.click(screen.getByRole('radio', { name: 'Choice' }));
    expect(screen.queryByRole('textbox', { name: 'Answer' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Card' }));
    expect((await box('Answer')).value).toBe('Ice');
  });

  it('of a type with gaps has a field a row, written from the right where it is said', async () => {
    const { host, user } = open(addHref('deck-a'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'or a note type' }), 'Text with gaps');
    const text = await box('Text');
    expect(text.dir).toBe('rtl');
    await user.type(text, 'Pluto');
    text.setSelectionRange(0, 5);
    await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
    expect(text.value).toBe('{{c1::Pluto}}');
    await waitFor(() =>
      expect(host.calls('note.preview').at(-1)).toMatchObject({ content: { fields: ['{{c1::Pluto}}'] } }),
    );
  });
});

describe('A', () => {
  it('leads to a new note from the library; not where a question is, unless with Alt', async () => {
    const { user } = open('#/library');
    await screen.findByRole('heading', { level: 1, name: 'Library' });
    const question = document.body.appendChild(document.createElement('section'));
    question.dataset['question'] = 'open';
    await user.keyboard('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(location.hash).toBe('#/library');
    await user.keyboard('{Alt>}a{/Alt}');
    await waitFor(() => expect(location.hash).toBe('#/add'));
    question.remove();
  });

  it('in a field is a letter', async () => {
    const { user } = open('#/library');
    await user.type(await screen.findByRole('searchbox'), 'a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(location.hash).toBe('#/library');
  });
});

it('what is written on a picture and what is written as text stay apart', async () => {
  const picture: Type = { ...CLOZE, id: 'masks', name: 'Image Occlusion', isOcclusion: true };
  const fields = ['Occlusion', 'Image', 'Header'].map((name, place) => ({ place, name, isRightToLeft: false }));
  const { user } = open(addHref('deck-a'), { 'notetype.list': () => ({ types: [BASIC, { ...picture, fields }] }) });
  const types = await screen.findByRole('combobox', { name: 'or a note type' });
  await user.selectOptions(types, 'Front and back');
  await user.type(await box('Front'), 'perihelion');
  await user.selectOptions(types, 'Picture with masks');
  expect(await screen.findByText('Paste, drop or choose a picture to begin with.')).toBeTruthy();
  await user.type(await box('Header'), 'Planets');
  await user.selectOptions(types, 'Front and back');
  expect((await box('Front')).value).toBe('perihelion');
  await user.selectOptions(types, 'Picture with masks');
  expect((await box('Header')).value).toBe('Planets');
});

describe('a note that is changed', () => {
  const script: Script = { 'note.get': () => ({ ...NOTE, question: CHOICE }) };

  it('moves an option by Alt with the arrow, keeps its right one, and sends the question', async () => {
    const { host, user } = open(editNoteHref('own/abc'), script);
    const second = await box('Option 2');
    expect(second.value).toBe('Jupiter');
    second.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () => expect((await box('Option 1')).value).toBe('Jupiter'));
    expect(document.activeElement).toBe(await box('Option 1'));
    expect(isChecked(/^Option 1 is right/)).toBe(true);
    await user.click(screen.getByRole('button', { name: /^Save$/ }));
    await waitFor(() => expect(host.calls('note.set')).toHaveLength(1));
    expect(host.calls('note.set')[0]).toMatchObject({
      noteId: 'own/abc',
      question: { question: { answer: ['b'], options: [{ id: 'b' }, { id: 'a' }, { id: 'c' }] } },
    });
  });

  it('that was not changed is not sent', async () => {
    const { host, user } = open(editNoteHref('own/abc'), script);
    await box('Option 2');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(location.hash).not.toContain('edit'));
    expect(host.calls('note.set')).toEqual([]);
  });

  it('is offered as it was being written, and goes on from there', async () => {
    const first = open(editNoteHref('own/abc'), script);
    await first.user.type(await box('Question'), ' And why?');
    await waitFor(() => expect(first.host.calls('draft.keep')).not.toEqual([]), { timeout: 4_000 });
    const { id, text } = first.host.calls('draft.keep').at(-1) as { id: string; text: string };
    cleanup();
    const { user } = open(editNoteHref('own/abc'), {
      ...script,
      'draft.list': () => ({ drafts: [{ id, at: 1, text }] }),
    });
    const offer = await screen.findByRole('region', { name: 'What you were writing' });
    await user.click(within(offer).getByRole('button', { name: 'Go on with “Largest? And why?”' }));
    expect((await box('Question')).value).toBe('Largest? And why?');
  });
});
