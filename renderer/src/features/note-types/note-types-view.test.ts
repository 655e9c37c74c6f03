import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import AppShell from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { noteTypesHref } from '../../app/address.ts';
import { AppError } from '../../../../core/domain/errors.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { scriptedHost, type Script } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './NoteTypesView.svelte';

const TYPE: Output<'notetype.get'> = {
  ...{ id: 'own-1', name: 'Words', kind: 'standard', css: '.card {}', sortField: 0 },
  fields: [{ name: 'Word' }, { name: 'Meaning' }],
  templates: [{ name: 'Card 1', front: '{{Word}}', back: '{{Meaning}}' }],
};
const LISTED: Output<'notetype.list'>['types'][number] = {
  ...{ id: 'own-1', name: 'Words', kind: 'standard', isOcclusion: false, from: 'made' },
  fields: TYPE.fields.map(({ name }, place) => ({ place, name, isRightToLeft: false })),
};

function open(hash: string, script: Script = {}) {
  location.hash = hash;
  const host = scriptedHost({
    'library.list': () => ({ courses: [] }),
    'notetype.list': () => ({ types: [LISTED] }),
    'notetype.get': () => TYPE,
    'notetype.preview': () => ({ cards: [] }),
    'notetype.set': ({ isTrial }) => ({ typeId: 'own-1', notes: isTrial ? 12 : 11, added: 3, gone: 1 }),
    ...script,
  });
  render(AppShell, { app: new App(host.send) });
  return { host, user: userEvent.setup() };
}
const box = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => {
  // jsdom opens no dialogs.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  window.scrollTo = () => undefined;
  // jsdom shows nothing, and knows no media.
  window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
});

it('lists what there is, and leads to one', async () => {
  open(noteTypesHref());
  const link = await screen.findByRole('link', { name: 'Words' });
  expect(link.getAttribute('href')).toBe(noteTypesHref('own-1'));
  expect(screen.getByText('2 fields · made here')).toBeTruthy();
});

it('tells what a change does to how many notes before it is made', async () => {
  const { host, user } = open(noteTypesHref('own-1'));
  await user.type(await box('Name of field 1'), 's');
  expect((await box('Front')).value).toBe('{{Words}}');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/^It changes 12 notes: 3 cards come, 1 card goes/)).toBeTruthy();
  expect(host.calls('notetype.set')).toMatchObject([{ isTrial: true }]);
  await user.click(within(dialog).getByRole('button', { name: 'Change it' }));
  await waitFor(() => expect(host.calls('notetype.set')).toHaveLength(2));
  expect(host.calls('notetype.set')[1]).toMatchObject({
    ...{ typeId: 'own-1', isTrial: false },
    type: { fields: [{ name: 'Words' }, { name: 'Meaning' }], templates: [{ front: '{{Words}}' }] },
  });
  // Back where one came from.
  await waitFor(() => expect(location.hash).toBe(noteTypesHref()));
});

it('a field that is taken out is gone in its place', async () => {
  const { host, user } = open(noteTypesHref('own-1'));
  await box('Name of field 2');
  await user.click(screen.getByRole('button', { name: 'Take out Field 2' }));
  await user.click(screen.getByRole('button', { name: /^Save$/ }));
  await waitFor(() => expect(host.calls('notetype.set')).toHaveLength(1));
  expect(host.calls('notetype.set')[0]).toMatchObject({
    type: { fields: [{ name: 'Word' }, { name: 'Meaning', gone: true }] },
  });
});

it('what the host refuses is said in words', async () => {
  const { user } = open(noteTypesHref('own-1'), {
    'notetype.set': () => new AppError('bad-input', 'as the test wants it', { reason: 'same-names' }),
  });
  await box('Name of field 2');
  await user.click(screen.getByRole('button', { name: /^Save$/ }));
  expect(await screen.findByText('Two fields have the same name.')).toBeTruthy();
});

it('a new one with gaps begins with a text that has them, and is saved at once where no note is of it', async () => {
  const { host, user } = open(noteTypesHref('new-cloze'), {
    'notetype.set': () => ({ typeId: 'own-2', notes: 0, added: 0, gone: 0 }),
  });
  expect((await box('Front')).value).toBe('{{cloze:Front}}');
  await user.click(screen.getByRole('button', { name: /^Save$/ }));
  await waitFor(() => expect(host.calls('notetype.set')).toHaveLength(2));
  expect(host.calls('notetype.set')[1]).toMatchObject({ isTrial: false, type: { kind: 'cloze' } });
  expect(host.calls('notetype.set')[1] as object).not.toHaveProperty('typeId');
});
