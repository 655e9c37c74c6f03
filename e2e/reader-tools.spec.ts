import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { LOOKS } from './pages/looks.ts';
import { callHost } from './pages/call-host.ts';
import type { Page } from '@playwright/test';

test.use({ locale: 'en-GB' });

const SECTION = '#/lesson/csto/tashkent-treaty/signing';
const go = async (page: Page, hash: string) => {
  await page.evaluate((to) => (location.hash = to), hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.locator('article [data-from]').first().waitFor();
};
/** Without what only guides the breaking of lines. */
const read = (text: string) => text.replace(/[\u2060\u200b]/g, '').replaceAll('\u00a0', ' ');
const selected = async (page: Page) => read(await page.evaluate(() => document.getSelection()?.toString() ?? ''));
const bar = (page: Page) => page.getByRole('toolbar', { name: 'The chosen words' });
const aside = (page: Page) => page.getByRole('region', { name: 'My notes in this lesson' });
const highlights = (page: Page) => callHost(page, 'highlight.list', {});

test('by keys: sentences are chosen, marked, written at, found again and taken back', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await page.keyboard.press('j');
  const first = await selected(page);
  expect(first).toMatch(/^On 15 May.*Treaty\.$/s);
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  const two = await selected(page);
  expect(two).not.toContain('On 15 May');
  expect(two.match(/\./g)!.length).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Shift+K');
  await page.keyboard.press('k');
  expect(await selected(page)).toBe(first);

  await page.keyboard.press('m');
  await expect(page.locator('article mark').first()).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  const note = page.getByRole('dialog', { name: /^Note at/ });
  await expect(note.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Which six? ๒๕๓๕');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(aside(page).getByRole('listitem')).toHaveCount(2);
  await expect(aside(page)).toContainText('Which six? ๒๕๓๕');

  // Everywhere else: the palette, by the note and the other era, leads back to the mark.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('which six');
  const found = page.getByRole('option', { name: /^The six were Armenia.*Which six/ });
  await expect(found).toBeVisible();
  await page.evaluate(() => (location.hash = '#/today'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('which six');
  await found.click();
  await expect(page).toHaveURL(/tashkent-treaty\/signing\//);
  await expect(page.getByRole('button', { name: 'Your note: Which six? ๒๕๓๕' })).toBeFocused();

  // Opened by its sign, taken away, and taken back as one.
  await page.keyboard.press('Enter');
  await expect(note.getByRole('textbox')).toHaveValue('Which six? ๒๕๓๕');
  await note.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(aside(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(aside(page).getByRole('listitem')).toHaveCount(2);
  expect((await highlights(page)).highlights.map((one) => one.note)).toContain('Which six? ๒๕๓๕');
});

test('by mouse: words are dragged over, marked in a colour, changed and listed', async ({ open }) => {
  const page = await open();
  // Not the first section: what is offered before the text comes a moment later, and moves it.
  await go(page, '#/lesson/csto/tashkent-treaty/accession');
  const box = (await page.locator('article p[data-from]').first().boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, box.y + 14, { steps: 6 });
  await expect(bar(page)).toBeHidden();
  await page.mouse.up();
  await expect(bar(page)).toBeVisible();
  await bar(page).getByRole('button', { name: 'Mark: Green' }).click();
  await expect(page.locator('article mark[data-colour="green"]').first()).toBeVisible();
  const { highlights: kept } = await highlights(page);
  expect(kept).toMatchObject([{ colour: 'green', note: '' }]);
  expect(await page.locator('article mark').allInnerTexts()).toEqual([kept[0]!.quote]);

  await page.getByRole('button', { name: /^Your mark/ }).click();
  const note = page.getByRole('dialog', { name: /^Note at/ });
  await note.getByRole('button', { name: 'Indigo' }).click();
  await note.getByRole('textbox').fill('to be learned');
  await note.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('article mark[data-colour="indigo"]').first()).toBeVisible();
  await aside(page).getByRole('link', { name: 'All my notes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My notes' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search my notes' }).fill('nothing like it');
  await expect(page.getByText('No note of yours has')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search my notes' }).fill('LEARNED');
  await page.getByRole('button', { name: /^Change the note/ }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('learned already');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('learned already')).toBeVisible();
  await page.getByRole('button', { name: /^Remove the mark/ }).click();
  await page.getByRole('button', { name: /Undo|Take it back/ }).click();
  await expect(page.getByText('learned already')).toBeVisible();
});

test('a note that can not be kept stays open with its text', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await page.keyboard.press('j');
  await page.route('**/api/highlight.add', (route) => route.abort());
  await page.keyboard.press('c');
  await page.keyboard.type('not lost');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('dialog', { name: /^Note at/ });
  await expect(note.getByRole('alert')).toBeVisible();
  await expect(note.getByRole('textbox')).toHaveValue('not lost');
  await page.unroute('**/api/highlight.add');
  await page.keyboard.press('Control+Enter');
  await expect(aside(page)).toContainText('not lost');
});

test('search in the lesson steps over its sections, knows both eras, and gives the focus back', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search in this lesson' });
  await expect(field).toBeFocused();
  await field.fill('2542');
  const status = page.locator('search [role="status"]');
  await expect(status).toHaveText(/^1 of \d+$/);
  const many = Number((await status.innerText()).split(' ').at(-1));
  expect(many).toBeGreaterThan(2);
  const sections = new Set<string>();
  for (let i = 0; i < many; i++) {
    sections.add(await page.evaluate(() => location.hash));
    await page.keyboard.press('Enter');
  }
  expect(sections.size).toBeGreaterThan(1);
  await expect(status).toHaveText(`1 of ${many}`);
  await page.keyboard.press('Shift+Enter');
  await expect(status).toHaveText(`${many} of ${many}`);
  await expect(field).toBeFocused();
  await field.fill('zzzz');
  await expect(status).toHaveText('not found');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: 'Close search' }).click();
  await expect(field).toBeHidden();
});

test('ask me about this: the sentence becomes a cloze with its evidence, and the way leads back', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await page.getByText('Uzbekistan', { exact: false }).locator('visible=true').first().waitFor();
  // A word within a sentence is the gap.
  const word = page.locator('article strong', { hasText: 'Belarus' }).first();
  await word.dblclick();
  await expect(bar(page)).toBeVisible();
  await bar(page).getByRole('button', { name: 'Ask me about this' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('New');
  const prompt = page.locator('main [data-first]');
  await expect(prompt).toHaveValue(/^\{\{1\}\} is not among the six/);
  await expect(page.getByText('Six leaders in Tashkent')).toBeVisible();
  await page.getByRole('textbox', { name: /new deck|Name of the deck/i }).fill('Mine');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/tashkent-treaty\/signing/);

  // Answered, it stands beside the section; its evidence leads back to it.
  const { courses } = await callHost(page, 'library.list', {});
  const deck = courses.find(({ kind }) => kind === 'deck')!.id;
  await page.evaluate((to) => (location.hash = to), `#/review/${deck}`);
  await page.getByRole('main').getByRole('textbox').first().fill('Belarus');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /Read the section/ }).click();
  await expect(page).toHaveURL(/tashkent-treaty\/signing/);
  await page.getByText(/^Asked before on this section/).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'is not among the six' })).toContainText('right');
});

test('both languages stand side by side, remembered, each marked as its own', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await page.keyboard.press('d');
  const thai = page.locator('[data-text="th"] p').first();
  const english = page.locator('[data-text="en"] p').first();
  await expect(thai).toBeVisible();
  const [left, right] = [(await english.boundingBox())!, (await thai.boundingBox())!];
  expect(Math.abs(left.y - right.y)).toBeLessThan(4);
  expect(right.x).toBeGreaterThan(left.x + left.width);
  await page.setViewportSize({ width: 800, height: 600 });
  expect((await thai.boundingBox())!.y).toBeGreaterThan((await english.boundingBox())!.y);
  await thai.click({ clickCount: 3 });
  await page.keyboard.press('m');
  await expect(page.locator('[data-text="th"] mark').first()).toBeVisible();
  await expect(page.locator('[data-text="en"] mark')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-text="th"] mark').first()).toBeVisible();
});

test('reading aloud is not offered where the system has no voice of the language', async ({ open }) => {
  const page = await open();
  await go(page, SECTION);
  await expect(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')).toHaveCount(2);
});

test('read aloud: sentence by sentence, with pause, another speed and an end', async ({ open }) => {
  const page = await open();
  // A system with an English voice of its own, and one of the net, which stays out.
  await page.addInitScript(() => {
    const voice = (lang: string, localService: boolean) => ({
      lang,
      localService,
      default: false,
      name: lang,
      voiceURI: lang,
    });
    const said: { text: string; rate: number; voice: string; end: () => void }[] = [];
    class Utterance extends EventTarget {
      voice: { name: string } | null = null;
      lang = '';
      rate = 1;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(readonly text: string) {
        super();
      }
    }
    class Synthesis extends EventTarget {
      getVoices = () => [voice('th-TH', false), voice('en-GB', true)];
      cancel = () => undefined;
      speak = (one: Utterance) =>
        said.push({ text: one.text, rate: one.rate, voice: one.voice?.name ?? '', end: () => one.onend?.() });
    }
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: new Synthesis() });
  });
  await page.reload();
  await go(page, SECTION);
  const said = () =>
    page.evaluate(() =>
      (window as unknown as { said: { text: string; rate: number; voice: string }[] }).said.map(
        ({ text, rate, voice }) => ({ text, rate, voice }),
      ),
    );
  const tools = page.getByRole('toolbar', { name: 'Tools' });
  await page.keyboard.press('l');
  expect(await said()).toMatchObject([{ text: expect.stringMatching(/^On 15 May/), rate: 1, voice: 'en-GB' }]);
  const spoken = async () =>
    (await page.evaluate(() => [...(CSS.highlights.get('lesson-spoken') ?? [])].map(String))).map(read);
  expect((await spoken())[0]).toMatch(/^On 15 May/);
  await page.evaluate(() => (window as unknown as { said: { end: () => void }[] }).said[0]!.end());
  await expect.poll(async () => (await said()).length).toBe(2);
  await tools.getByRole('button', { name: 'Pause' }).click();
  await tools.getByLabel('Speed').selectOption('1.5');
  await tools.getByRole('button', { name: 'Go on' }).click();
  const [, second, again] = await said();
  expect(again).toEqual({ ...second, rate: 1.5 });
  await tools.getByRole('button', { name: 'Stop' }).click();
  expect(await spoken()).toEqual([]);
  await page.evaluate(() => (location.hash = '#/settings'));
});

for (const [language, theme] of LOOKS)
  test(`axe finds nothing in ${language}, ${theme}`, async ({ open }) => {
    const page = await open();
    await chooseLook(page, language, theme);
    await go(page, SECTION);
    const check = async (what: string) =>
      expect(
        (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations.map(({ id, nodes }) => [
          what,
          id,
          nodes[0]?.html,
        ]),
      ).toEqual([]);
    await page.keyboard.press('j');
    await bar(page).or(page.getByRole('toolbar')).first().waitFor();
    await check('chosen');
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('textbox').fill('ทะเล');
    await check('writing');
    await page.keyboard.press('Escape');
    await page.locator('article mark').first().waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('2535');
    await check('search, both languages');
    await page.evaluate(() => (location.hash = '#/marks/csto'));
    await page.getByRole('listitem').first().waitFor();
    await check('list');
  });
