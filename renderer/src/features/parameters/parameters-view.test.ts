import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { PARAMETER_EXAMPLES } from '../../../../core/api/examples-parameters.fixture.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { layOut } from '../../charts/plot.fixture.ts';
import { failing, scriptedHost, type Script } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './ParametersView.svelte';

const [, example] = PARAMETER_EXAMPLES['parameters.get'];
const idle: Output<'parameters.get'> = { ...example, work: null };
const untouched: Output<'parameters.get'> = { ...idle, versions: [], last: null };
const played: Output<'simulation.run'> = {
  runs: [
    { reviews: [], minutes: Array<number>(28).fill(30), remembered: Array<number>(28).fill(300) },
    { reviews: [], minutes: Array<number>(28).fill(21), remembered: Array<number>(28).fill(280) },
  ],
  known: 200,
  fresh: 150,
  paceAnswers: 900,
};

async function open(script: Script = {}) {
  location.hash = '#/parameters';
  layOut(600);
  window.scrollTo = () => undefined;
  const host = scriptedHost({ 'parameters.get': () => idle, 'simulation.run': () => played, ...script });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'Memory model' });
  return { ...host, user: userEvent.setup() };
}
const text = () => document.querySelector('main')!.textContent.replaceAll(/\s+/g, ' ');
const part = async (name: string) => (await screen.findByRole('heading', { level: 2, name })).closest('section')!;

beforeEach(() => void (location.hash = ''));
afterEach(() => {
  location.hash = '';
  vi.restoreAllMocks();
});

describe('the memory model', { timeout: 20_000 }, () => {
  it('says in words how it sees the learner, against an average one', async () => {
    await open({
      'parameters.get': () => ({
        ...idle,
        goodDays: { now: [3, 14, 60, 200], published: [2, 11, 46, 163] },
      }),
    });
    await part('How it sees you');
    expect(text()).toContain('It works with numbers fitted to 4,500 answers of yours');
    expect(text()).toContain(
      'You forget more slowly: a question you knew 4 times in a row rests 200 days, for an average learner 163.',
    );
  });

  it('of nobody is that of an average learner, without versions', async () => {
    await open({ 'parameters.get': () => untouched });
    await part('How it sees you');
    expect(text()).toContain('It works with the numbers of an average learner.');
    expect(screen.queryByRole('heading', { name: 'Versions' })).toBeNull();
  });

  it('is fitted, and says what came of it with its figures', async () => {
    const heldOut = { reviews: 900, before: 0.352, after: 0.341, low: -0.015, high: -0.007 };
    const { user } = await open({
      'parameters.get': () => untouched,
      'parameters.train': () => ({ verdict: 'accepted', at: 1, reviews: 4_500, heldOut }),
    });
    await user.click(within(await part('Fit it to you')).getByRole('button', { name: 'Fit now' }));
    await waitFor(() => expect(text()).toContain('Taken. Tested on 900 answers it had not seen'));
    expect(text()).toContain('Log loss an answer: 0.352 before, 0.341 now');
  });

  it('says how many answers it takes where there are too few', async () => {
    const { user } = await open({
      'parameters.get': () => untouched,
      'parameters.train': () => ({ verdict: 'too-few', at: 1, reviews: 30, heldOut: null }),
    });
    await user.click(await screen.findByRole('button', { name: 'Fit now' }));
    await waitFor(() => expect(text()).toContain('There are 30 answers to learn from so far; it takes 400.'));
  });

  it('shows a training that goes on, and can stop it', async () => {
    const { user, calls } = await open({
      'parameters.get': () => ({ ...idle, work: { phase: 'training', done: 0.5, reviews: 9_000 } }),
      'parameters.cancel': () => ({ done: true }),
    });
    const bar = await screen.findByRole('progressbar', { name: 'Learning from 9,000 answers …' });
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(calls('parameters.cancel')).toHaveLength(1);
  });

  it('goes back to the average learner, and undoes that in one step', async () => {
    const { user, calls } = await open({
      'parameters.use': () => ({ ref: 'abcdef:13' as never }),
      'history.undo': () => ({ undone: true, cards: 0 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Back to the average learner' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls('history.undo')).toEqual([{ ref: 'abcdef:13' }]));
  });

  it('shows what rescheduling would move before it does, and undoes it in one step', async () => {
    const { user, calls } = await open({
      'parameters.reschedulePreview': () => ({ cards: 12, sooner: 5, later: 7, days: [] }),
      'parameters.reschedule': () => ({ cards: 12, ref: 'abcdef:20' as never }),
      'history.undo': () => ({ undone: true, cards: 12 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show what would move' }));
    await waitFor(() => expect(text()).toContain('5 would come sooner, 7 later.'));
    expect(calls('parameters.reschedule')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Move 12 questions' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls('history.undo')).toEqual([{ ref: 'abcdef:20' }]));
  });

  it('says what it is that failed', async () => {
    await open({
      'parameters.get': () => failing('internal'),
    });
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

describe('the simulator', { timeout: 20_000 }, () => {
  it('says what another goal saves and costs', async () => {
    await open();
    await part('What would it cost?');
    await waitFor(() =>
      expect(text()).toContain(
        '85 % instead of 90 % saves you 9 minutes a day and 20 questions fewer are remembered at the end.',
      ),
    );
    expect(text()).toContain('At the end 300 and 280 are remembered.');
  });

  it('plays again with what was changed', async () => {
    const { user, calls } = await open();
    const field = (await screen.findAllByLabelText('New questions a day'))[1]!;
    await user.clear(field);
    await user.type(field, '5{Enter}');
    await user.click(screen.getByLabelText('365 days'));
    await waitFor(() =>
      expect(calls('simulation.run').at(-1)).toEqual({
        settings: [
          { newPerDay: 20, retention: 0.9 },
          { newPerDay: 5, retention: 0.85 },
        ],
        days: 365,
        from: 'now',
      }),
    );
  });
});
