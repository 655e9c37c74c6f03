import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../core/api/client.ts';
import { failing, scriptedHost, type Script } from '../testing/host.fixture.ts';
import ExportDialog from './ExportDialog.svelte';

const FOOD = { id: 'deck-food', name: 'Thai › Food' };
const COURSE = { id: 'csto', name: 'A course' };
const DECK_FORMATS = ['apkg', 'csv', 'markdown', 'json', 'printable'] as const;

beforeEach(() => {
  document.body.replaceChildren();
  // jsdom knows dialogs but can not show them.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});

async function open(courses: readonly { id: string; name: string }[] = [FOOD], script: Script = {}, canChoose = false) {
  const host = scriptedHost({
    'library.losses': ({ courseId, format }) => ({
      ...{ notes: 107, cards: 214, proposed: `/home/me/${courseId}.${format}` },
      formats: courseId === 'csto' ? [...DECK_FORMATS, 'course' as const] : [...DECK_FORMATS],
      losses:
        format === 'csv'
          ? [{ code: 'media' as const, count: 3 }]
          : courseId === 'csto'
            ? [{ code: 'second-language' as const, count: 5 }]
            : [],
    }),
    'library.export': ({ path }) => ({
      ...{ path, bytes: 2_000_000, notes: 107, leftOut: 0, cards: 214, reviews: 0, media: 3 },
    }),
    ...script,
  });
  render(ExportDialog, { courses, call: createClient(host.send), canChoose, onclose: () => undefined });
  await screen.findByRole('heading', { level: 2 });
  return { ...host, user: userEvent.setup() };
}
const path = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'To the file' });

describe('exporting', () => {
  it('says that nothing is lost, proposes a name, and writes the deck', async () => {
    const { user, calls } = await open();
    expect(screen.getByRole('heading', { name: 'Export “Thai › Food”' })).toBeTruthy();
    expect(await screen.findByText('This format holds all of it.')).toBeTruthy();
    expect(path().value).toBe('/home/me/deck-food.apkg');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByText(/^✓ \/home\/me\/deck-food\.apkg: 107 notes/)).toBeTruthy();
    expect(calls('library.export')).toEqual([
      { courseId: 'deck-food', format: 'apkg', withProgress: true, language: 'en', path: '/home/me/deck-food.apkg' },
    ]);
  });

  it('names what another format can not hold; the name follows as long as the learner wrote none', async () => {
    const { user } = await open();
    await screen.findByText('This format holds all of it.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'As' }), 'csv');
    expect(await screen.findByText('Pictures and sounds stay here: 3')).toBeTruthy();
    expect(path().value).toBe('/home/me/deck-food.csv');
    await user.clear(path());
    await user.type(path(), '/home/me/mine');
    await user.selectOptions(screen.getByRole('combobox', { name: 'As' }), 'json');
    await screen.findByText('This format holds all of it.');
    expect(path().value).toBe('/home/me/mine');
  });

  it('asks for the language where one of two goes out', async () => {
    const { user, calls } = await open([COURSE]);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Language that goes out' }), 'th');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(calls('library.export')).toEqual([expect.objectContaining({ courseId: 'csto', language: 'th' })]);
  });

  it('lets one of several be chosen, and does not ask for a language that nothing has', async () => {
    const { user, calls } = await open([COURSE, FOOD]);
    await screen.findByRole('combobox', { name: 'Language that goes out' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Deck or course' }), 'Thai › Food');
    expect(await screen.findByText('This format holds all of it.')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Language that goes out' })).toBeNull();
    expect(calls('library.losses').at(-1)).toMatchObject({ courseId: 'deck-food' });
    expect(path().value).toBe('/home/me/deck-food.apkg');
  });

  it('offers the folder of a course where there is one, and goes back to a package for a deck', async () => {
    const { user, calls } = await open([COURSE, FOOD]);
    const format = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'As' });
    await screen.findByRole('option', { name: 'Course folder (.zip)' });
    await user.selectOptions(format(), 'course');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Deck or course' }), 'Thai › Food');
    expect(await screen.findByText('This format holds all of it.')).toBeTruthy();
    expect(screen.queryByRole('option', { name: 'Course folder (.zip)' })).toBeNull();
    expect(format().value).toBe('apkg');
    expect(calls('library.losses')).toMatchObject([{ format: 'apkg' }, { format: 'course' }, { format: 'apkg' }]);
  });

  it('asks for reviews only where the format holds some, and says why else', async () => {
    const { user, calls } = await open([COURSE]);
    await screen.findByRole('option', { name: 'Course folder (.zip)' });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^With reviews/ }).checked).toBe(true);
    for (const format of ['course', 'markdown', 'printable']) {
      await user.selectOptions(screen.getByRole('combobox', { name: 'As' }), format);
      expect(screen.queryByRole('checkbox')).toBeNull();
      expect(screen.getByText(/^Reviews, due days and flags stay here/)).toBeTruthy();
    }
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(calls('library.export')).toMatchObject([{ format: 'printable', withProgress: false }]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'As' }), 'json');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^With reviews/ }).checked).toBe(true);
  });

  it('says why it could not be written, and takes a place from the system’s dialog', async () => {
    const { user } = await open(
      [FOOD],
      { 'library.export': () => failing('path-taken'), 'data.choosePath': () => ({ path: '/elsewhere/food.apkg' }) },
      true,
    );
    await screen.findByText('This format holds all of it.');
    await user.click(screen.getByRole('button', { name: 'Choose …' }));
    expect(path().value).toBe('/elsewhere/food.apkg');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByText(/^✓/)).toBeNull();
  });
});
