import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { AppError } from '../../../../core/domain/errors.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './ImportView.svelte';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 4_000 });
beforeEach(() => {
  window.scrollTo = () => undefined;
});

const merged: Output<'data.merge'> = {
  devices: [{ name: 'Laptop', events: 230 }],
  added: 230,
  reviews: 200,
  media: 0,
  safety: null,
};

async function choose(would: Output<'data.merge'> = merged) {
  location.hash = '#/import';
  const host = scriptedHost({
    'data.status': () => ({ work: null, secondFolder: null, backupFailure: null }),
    'library.imports': () => ({ imports: [] }),
    'library.receive': () => ({ id: 'one', path: 'received:one/all.jamdai.zip' }),
    'library.plan': () => {
      const details = { why: 'own-archive', file: 'all.jamdai.zip', place: '' };
      return new AppError('import-unreadable', 'own archive', details);
    },
    'data.merge': () => would,
  });
  const { container } = render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'Import' });
  const user = userEvent.setup();
  await user.upload(container.querySelector('input[type=file]')!, new File(['PK'], 'all.jamdai.zip'));
  await screen.findByRole('heading', { level: 1, name: '“all.jamdai.zip” is a copy of Jamdai’s data' });
  return { ...host, user };
}

it('a copy of all data is known for what it is, says what merging brings, and is merged when it is asked for', async () => {
  const { user, calls } = await choose();
  expect(screen.getByText('Laptop: 230 events')).toBeTruthy();
  expect(calls('data.merge')).toEqual([{ path: 'received:one/all.jamdai.zip', dryRun: true }]);
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  await screen.findByRole('button', { name: 'Import another' });
  expect(calls('data.merge').at(-1)).toEqual({ path: 'received:one/all.jamdai.zip' });
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
});

it('one of which everything is here already offers no merge, and Escape goes back', async () => {
  const { user } = await choose({ ...merged, devices: [], added: 0, reviews: 0 });
  expect(screen.getByText('Everything in there is here already.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { level: 1, name: 'Import' });
});
