import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_STUDY_SETTINGS, type Settings } from '../../../../core/domain/settings.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { enOptions } from '../../i18n/en-options.ts';
import { enSettings } from '../../i18n/en-settings.ts';
import { thOptions } from '../../i18n/th-options.ts';
import { thSettings } from '../../i18n/th-settings.ts';
import { scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { ADVANCED, PRESET_KEYS } from './option-fields.ts';
// The views are fetched when they are first shown: compiled here, no test waits for that.
import './PresetsView.svelte';
import './SettingsView.svelte';
import { stepsIn } from './steps.ts';

async function open(hash: string, script: Script = {}) {
  location.hash = hash;
  let settings: Settings = { ...DEFAULT_SETTINGS, language: 'en' };
  const host = scriptedHost({
    'settings.get': () => settings,
    'settings.set': (change) => (settings = { ...settings, ...(change as Partial<Settings>) }),
    ...script,
  });
  const app = new App(host.send);
  await app.start();
  render(Root, { app });
  await screen.findByRole('heading', { level: 1 });
  return { host, user: userEvent.setup(), set: () => host.calls('settings.set').at(-1) };
}

beforeEach(() => document.body.replaceChildren());

describe('settings', () => {
  it('ask a newcomer six things, and keep every other one behind "Advanced"', async () => {
    const { user } = await open('#/settings');
    const basic = screen.getByRole('region', { name: 'What most people choose' });
    const labels = ['Language', 'Theme'].map((name) => within(basic).getByRole('group', { name }));
    expect(labels).toHaveLength(2);
    const fields = ['Text size', 'New questions a day', 'Minutes a day', 'Desired retention'];
    for (const name of fields) within(basic).getByLabelText(name);
    expect(basic.querySelectorAll('.row')).toHaveLength(6);
    const advanced = screen.getByText('Advanced').closest('details')!;
    expect(advanced.open).toBe(false);
    await user.click(screen.getByText('Advanced'));
    expect(advanced.open).toBe(true);
    const named = [
      ...ADVANCED.flatMap(([, names]) => [...names]),
      'vacations',
      'newPerDay',
      'minutesPerDay',
      'retention',
    ];
    expect(named.sort()).toEqual([...Object.keys(DEFAULT_STUDY_SETTINGS), 'bothLanguages', 'readingRate'].sort());
  });

  it('say in a sentence what each of them does, in both languages', () => {
    for (const texts of [
      { ...enSettings, ...enOptions },
      { ...thSettings, ...thOptions },
    ] as Record<string, unknown>[])
      for (const key of Object.keys(DEFAULT_SETTINGS)) {
        expect(texts[`settings.${key}`], key).toBeTypeOf('string');
        expect(texts[`settings.${key}Help`], key).toMatch(/.{15}/);
      }
  });

  it('keep what is chosen: a switch, a list of steps, days, hours, an order, two buttons', async () => {
    const { user, set } = await open('#/settings');
    await user.click(screen.getByText('Advanced'));
    await user.click(screen.getByRole('switch', { name: 'Ask whether I am sure' }));
    await waitFor(() => expect(set()).toEqual({ askSure: true }));
    const steps = screen.getByLabelText('Steps of a new question, minutes');
    await user.clear(steps);
    await user.type(steps, '5, 30 120{Enter}');
    await user.tab();
    await waitFor(() => expect(set()).toEqual({ learningStepsMin: [5, 30, 120] }));
    await user.click(screen.getByRole('button', { name: 'Sun' }));
    await waitFor(() => expect(set()).toEqual({ easyDays: [0] }));
    await user.click(screen.getByRole('button', { name: '19:00' }));
    await waitFor(() => expect(set()).toEqual({ reminderHours: [19] }));
    await user.selectOptions(screen.getByLabelText('Which review comes first'), 'least remembered');
    await waitFor(() => expect(set()).toEqual({ reviewOrder: 'recall' }));
    await user.selectOptions(screen.getByLabelText('Grade buttons'), 'Again, Good');
    await waitFor(() => expect(set()).toEqual({ gradeButtons: 2 }));
  });

  it('take a vacation from day to day, and let go of it again', async () => {
    const { user, set } = await open('#/settings');
    await user.click(screen.getByText('Advanced'));
    const vacations = screen.getByRole('group', { name: 'Vacations' });
    await user.type(within(vacations).getByLabelText('from'), '2026-12-24');
    await user.type(within(vacations).getByLabelText('to'), '2026-12-01');
    expect(within(vacations).getByRole('status').textContent).toBe('The last day comes before the first.');
    expect(within(vacations).getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true);
    await user.clear(within(vacations).getByLabelText('to'));
    await user.type(within(vacations).getByLabelText('to'), '2027-01-03');
    await user.click(within(vacations).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(set()).toEqual({ vacations: [{ from: 20_811, to: 20_821 }] }));
    await user.click(within(vacations).getByRole('button', { name: 'Remove 24 Dec 2026 – 3 Jan 2027' }));
    await waitFor(() => expect(set()).toEqual({ vacations: [] }));
  });

  it('send nothing where steps can not be read, and say what can', async () => {
    const { user, host } = await open('#/settings');
    await user.click(screen.getByText('Advanced'));
    const steps = screen.getByLabelText('Steps of a new question, minutes');
    await user.clear(steps);
    await user.type(steps, 'ten');
    await user.tab();
    await screen.findByText(/Minutes from 1 to 1440/);
    expect(host.calls('settings.set')).toEqual([]);
  });
});

it.each([
  ['1 10', [1, 10]],
  [' 1,10 ', [1, 10]],
  ['', []],
  ['0.5', null],
  ['1441', null],
  ['a', null],
  ['1 2 3 4 5 6 7 8 9 10 11', null],
])('reads the steps "%s" as %j', (typed, steps) => expect(stepsIn(typed)).toEqual(steps));

describe('presets', () => {
  const title = { th: 'องค์การ', en: 'The organization' };
  const preset = { id: 'exam', name: 'Exam', options: { retention: 0.95 }, courses: [{ id: 'csto', title }] };
  const counts = { lessons: 1, cards: 1, new: 0, due: 0, suspended: 0, learning: 0, remembered: 0 };
  const recall = { introduced: null, all: 0 };
  const course = { id: 'csto', title, kind: 'course' as const, parentId: null, counts, next: null };
  const script: Script = {
    'preset.list': () => ({ presets: [preset] }),
    'preset.set': () => ({ id: 'exam' }),
    'preset.remove': () => ({ done: true }),
    'library.list': () => ({ courses: [{ ...course, recall: { today: recall, in7Days: recall, in30Days: recall } }] }),
    'course.setOptions': () => ({ courseId: 'csto', preset: null, own: {}, options: DEFAULT_SETTINGS }) as never,
  };

  it('show each option as it is, and give back what a preset says otherwise', async () => {
    const { user, host } = await open('#/presets', script);
    const region = await screen.findByRole('region', { name: 'Exam' });
    expect(region.querySelectorAll('.option')).toHaveLength(PRESET_KEYS.length);
    screen.getByText('used by The organization');
    expect(within(region).getByLabelText<HTMLInputElement>('New questions a day').value).toBe('20');
    await user.click(within(region).getByRole('button', { name: 'Desired retention: as in the settings again' }));
    await waitFor(() => expect(host.calls('preset.set')).toEqual([{ id: 'exam', set: { retention: null } }]));
    await user.click(within(region).getByRole('switch'));
    await waitFor(() => expect(host.calls('preset.set').at(-1)).toEqual({ id: 'exam', set: { burySiblings: false } }));
  });

  it('are made, removed and brought back, and followed by a course or not', async () => {
    const { user, host } = await open('#/presets', { ...script, 'study.undo': () => ({ what: null, older: null }) });
    await user.click(await screen.findByRole('button', { name: /New preset/ }));
    await waitFor(() => expect(host.calls('preset.set')).toEqual([{ name: 'My preset 2', set: {} }]));
    const follows = await screen.findByLabelText<HTMLSelectElement>('The organization');
    expect(follows.value).toBe('exam');
    await user.selectOptions(follows, 'the settings');
    await waitFor(() => expect(host.calls('course.setOptions')).toEqual([{ courseId: 'csto', set: { preset: null } }]));
    await user.click(screen.getByRole('button', { name: 'Remove this preset' }));
    await waitFor(() => expect(host.calls('preset.remove')).toEqual([{ id: 'exam' }]));
    await user.click(await screen.findByRole('button', { name: 'Undo the last change' }));
    await waitFor(() => expect(host.calls('study.undo')).toEqual([{}]));
  });
});
