import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Root from '../../App.svelte';
import { href } from '../../app/address.ts';
import { App } from '../../app/app.svelte.ts';
import { layOut } from '../../charts/plot.fixture.ts';
import { COURSE, deckItem } from '../../courses/library-items.fixture.ts';
import { failing, scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { shareOf, statsPageOf } from '../../testing/stats-page.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './StatsView.svelte';

const page = statsPageOf();
const course = { ...COURSE, title: { th: 'ค', en: 'The course' } };

async function open(script: Script = {}, hash = '#/stats') {
  location.hash = hash;
  layOut(600);
  window.scrollTo = () => undefined;
  const host = scriptedHost({
    'stats.page': () => page,
    'library.list': () => ({ courses: [course] }),
    'query.saved': () => ({ searches: [] }),
    ...script,
  });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'Statistics' });
  return { ...host, user: userEvent.setup() };
}
/** By its heading: a role is looked for among all the marks of all charts. */
const chart = async (name: string) => (await screen.findByText(name, { selector: 'h2' })).closest('figure')!;
const radio = (name: string) => within(screen.getByLabelText('How far back')).getByLabelText<HTMLInputElement>(name);
const text = (element: Element) => element.textContent?.replaceAll(/\s+/g, ' ').trim();

beforeEach(() => void (location.hash = ''));
afterEach(() => {
  location.hash = '';
  vi.restoreAllMocks();
});

describe('the statistics', { timeout: 20_000 }, () => {
  it('are about a course, or what a search finds: one that is kept, or the one that is looked at', async () => {
    const asked = href({ name: 'stats', range: '90d', courseId: null, lessonId: null, query: 'tag:eu' });
    const { user, calls } = await open(
      { 'query.saved': () => ({ searches: [{ id: 's1', name: 'Hard ones', query: 'is:leech' }] }) },
      asked,
    );
    const scope = () => screen.getByLabelText<HTMLSelectElement>('What it is about');
    await screen.findByRole('option', { name: 'tag:eu' });
    expect(scope().selectedOptions[0]!.textContent).toBe('tag:eu');
    await user.selectOptions(scope(), 'Hard ones');
    await waitFor(() =>
      expect(location.hash).toBe(
        href({ name: 'stats', range: '90d', courseId: null, lessonId: null, query: 'is:leech' }),
      ),
    );
    await user.selectOptions(scope(), 'The course');
    await waitFor(() =>
      expect(calls('stats.page')).toEqual([
        { range: '90d', query: 'tag:eu' },
        { range: '90d', query: 'is:leech' },
        { range: '90d', courseId: COURSE.id },
      ]),
    );
  });

  it('say what they rest on, and what each chart shows, in a sentence', async () => {
    await open();
    expect(text(await chart('Calendar'))).toContain(
      `You studied on ${page.totals.days} of 90 days. The longest pause was 12 days, 23 September – 4 October 2026.`,
    );
    expect(text(await chart('Forecast'))).toContain('28 are overdue and come first.');
    expect(text(await chart('True retention'))).toContain(
      'You remember what you aim at: 90.8 % of what you had learned',
    );
    expect(text(await chart('Calibration'))).toContain(
      'When Jamdai expects 90 %, you are right 89.6 % of the time. It beats both plain guesses: log loss 0.297 against 0.331 and 0.318.',
    );
    expect(text(await chart('Sure or not'))).toContain(
      'sure answers are right 96 of 100 times. 200 sure answers were wrong.',
    );
    expect(text(await chart('By hour'))).toContain('Best at 07:00–08:00, 93 % right; at 21:00–22:00 it is 82 %.');
    expect(document.querySelectorAll('figure')).toHaveLength(18);
    expect(screen.queryByText('What comes later')).toBeNull();
  });

  it('of a deck without answers leads to the deck', async () => {
    const deck = deckItem('deck-food', 'Food', null);
    const none = { ...page, totals: { ...page.totals, answers: 0 } };
    await open(
      { 'library.list': () => ({ courses: [course, deck] }), 'stats.page': () => none },
      '#/stats/90d/deck-food',
    );
    expect((await screen.findByRole('link', { name: 'Food' })).getAttribute('href')).toBe('#/deck/deck-food');
  });

  it('asks once for what was chosen, names it in the address, and keeps it for the next visit', async () => {
    const { user, calls } = await open();
    await chart('Calendar');
    await user.click(radio('90 days'));
    await user.selectOptions(screen.getByLabelText('What it is about'), 'The course');
    await waitFor(() => expect(location.hash).toBe('#/stats/90d/csto'));
    await user.selectOptions(screen.getByLabelText('What it is about'), 'Lesson 2 · Lesson about 1');
    expect(calls('stats.page')).toEqual([
      { range: '1y' },
      { range: '90d' },
      { range: '90d', courseId: 'csto' },
      { range: '90d', courseId: 'csto', lessonId: 'lesson-1' },
    ]);
    await user.click(screen.getByTitle('Settings'));
    await user.click(screen.getByTitle('Statistics'));
    await waitFor(() => expect(location.hash).toBe('#/stats/90d/csto/lesson-1'));
  });

  it('takes what an address names', async () => {
    const { calls } = await open({}, '#/stats/30d/csto');
    await chart('Calendar');
    expect(calls('stats.page').at(-1)).toEqual({ range: '30d', courseId: 'csto' });
    expect(radio('30 days').checked).toBe(true);
  });

  it('show a chart as a table with the same figures', async () => {
    const { user } = await open();
    const retention = await chart('True retention');
    await user.click(within(retention).getByLabelText('Table: True retention'));
    const rows = within(retention).getAllByRole('row');
    expect(rows.map(({ children }) => [...children].map(text).join(' '))).toEqual([
      'What Answers Right Share right From (90 %) To (90 %)',
      'Learning 1,892 1,591 0.841 0.821 0.861',
      'Young 3,120 2,796 0.896 0.876 0.916',
      'Mature 3,400 3,142 0.924 0.904 0.944',
    ]);
  });

  it('saves the figures of a chart, in the language of the reader', async () => {
    const { user } = await open();
    const saved: Blob[] = [];
    URL.createObjectURL = (file) => (saved.push(file as Blob), 'blob:here');
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const sure = await chart('Sure or not');
    await user.click(within(sure).getByText('Export'));
    await user.click(within(sure).getByText('Figures (CSV)'));
    await user.click(within(sure).getByText('Export'));
    await user.click(within(sure).getByText('Picture (SVG)'));
    expect(names).toEqual(['sureness.csv', 'sureness.svg']);
    const [csv, svg] = await Promise.all(saved.map((file) => textOf(file)));
    expect(csv).toContain('What,Answers,Right,Share right,From (90 %),To (90 %)\r\nSaid “sure”,5120,4920,0.9609375,');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*Sure or not[\s\S]*96\.1/);
  });

  it('asks the hardest questions until each was right, by one key', async () => {
    const { user } = await open();
    await chart('Hardest questions');
    await user.keyboard('e');
    const asked = decodeURIComponent(location.hash);
    expect(asked).toBe(
      '#/ask/cram/{"cardIds":["csto/hard-0","csto/hard-1","csto/hard-2","csto/hard-3","csto/hard-4"]}',
    );
  });

  it('show what has enough, and say of the rest what it needs and when', async () => {
    const few = statsPageOf({
      days: { ...page.days, days: page.days.days.slice(-1), pause: null },
      totals: { ...page.totals, answers: 12, days: 1, daysInRange: 1, retention: shareOf(10, 12) },
      sureness: { ...page.sureness, groups: [{ said: 'nothing', ...shareOf(10, 12) }] },
      hours: { ...page.hours, basis: { answers: 12, from: 1, to: 1 } },
      calibration: { ...page.calibration, basis: { answers: 4, from: 1, to: 1 } },
    });
    await open({ 'stats.page': () => few });
    expect(await screen.findByText('12 answers so far. A chart appears when it has enough to be honest.')).toBeTruthy();
    // Of a year that has hardly begun, only the days since the first answer count.
    expect(screen.getByText('answers on 1 of 1 day')).toBeTruthy();
    expect(document.querySelectorAll('figure').length).toBeLessThan(18);
    const later = screen.getByText('What comes later').parentElement!;
    const rows = within(later)
      .getAllByRole('listitem')
      .map((row) => text(row));
    expect(rows).toContain('Calendar · Answers · Time · Addedfrom 2 days with an answer 1 / 2 tomorrow');
    expect(rows).toContain('By hourfrom 100 answers 12 / 100 about 8 days');
    expect(rows).toContain('Calibrationfrom 200 answers to questions that came back 4 / 200 about 5 weeks');
    expect(rows).toContain('Sure or notwhen you said “sure” or “not sure” 20 times 0 / 20');
  });

  it('say why they can not be shown, and try again', async () => {
    let fails = true;
    const { user } = await open({ 'stats.page': () => (fails ? failing('disk-refused') : page) });
    await screen.findByRole('alert');
    fails = false;
    await user.click(screen.getByText('Try again'));
    expect(await chart('Calendar')).toBeTruthy();
    expect(screen.queryByText(/refused/)).toBeNull();
  });
});

function textOf(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
}
