import type { CDPSession, Page } from '@playwright/test';
import { seededRandom } from '../core/domain/random.ts';
import { expect, test } from './fixtures.ts';
import { HostCalls } from './host-calls.ts';
import { lessons } from './pages/course-knowledge.ts';
import { allowedBy, CHANGES, meantBy, sceneOf, type Change, type Key, type Scene } from './pages/key-model.ts';

test.use({ locale: 'en-GB', viewport: { width: 640, height: 480 } });

const PRESSES = process.env['JAMDAI_LONG'] ? 5_000 : 300;
const MODIFIERS = { Alt: 1, Ctrl: 2, Shift: 8 } as const;

const latin = (letters: string): Key[] =>
  [...letters].map((letter) => ({ key: letter, code: `Key${letter.toUpperCase()}` }));
const KEYS: readonly Key[] = [
  ...latin('abcdefghijklmnopqrstuvwxyz'),
  // Thai Kedmanee.
  { key: 'ี', code: 'KeyU' },
  { key: 'ห', code: 'KeyS' },
  { key: '้', code: 'KeyH' },
  { key: 'ร', code: 'KeyI' },
  { key: 'ื', code: 'KeyN' },
  { key: 'ิ', code: 'KeyB' },
  { key: 'ฟ', code: 'KeyA' },
  { key: '๑', code: 'Digit2', mod: 'Shift' },
  { key: '๒', code: 'Digit3', mod: 'Shift' },
  { key: '/', code: 'Digit2' },
  ...['1', '2', '3', '4', '7'].map((key) => ({ key, code: `Digit${key}` })),
  { key: '@', code: 'Digit2', mod: 'Shift' },
  { key: '?', code: 'Slash', mod: 'Shift' },
  { key: 'z', code: 'KeyZ', mod: 'Ctrl' },
  { key: 'ผ', code: 'KeyZ', mod: 'Ctrl' },
  ...latin('hins').map((key) => ({ ...key, mod: 'Alt' as const })),
  ...['ArrowUp', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter', 'Enter', 'Enter', 'Escape'].map((key) => ({
    key,
    code: key,
  })),
  ...[1, 2, 3].map(() => ({ key: ' ', code: 'Space' })),
];

/** Presses keys and buttons at random, and checks after each that nothing was changed but what it means. */
class Fuzz {
  readonly counted = new Map<Change, number>();
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #calls: HostCalls;
  readonly #random: () => number;
  readonly #log: string[] = [];

  constructor(page: Page, devtools: CDPSession, calls: HostCalls, seed: string) {
    this.#page = page;
    this.#devtools = devtools;
    this.#calls = calls;
    this.#random = seededRandom(seed);
  }

  /** One thing a hand may do: a key, a key held down, a click, a double click. */
  async step(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.15) await this.#click();
    else await this.#press(this.#oneOf(KEYS), dice < 0.35 ? 3 : 0);
  }

  async #press(key: Key, repeats: number): Promise<void> {
    const scene = await this.#settledScene();
    const allowed = allowedBy(key, scene);
    await this.#send('keyDown', key, false);
    const what = `${key.mod ?? ''} ${key.key} in ${JSON.stringify(scene)}`;
    if (repeats === 0) await this.#send('keyUp', key, false);
    await this.#expect(what, allowed);
    if (repeats === 0) return;
    for (let at = 0; at < repeats; at += 1) await this.#send('keyDown', key, true);
    await this.#expect(`${key.key} held`, null);
    await this.#send('keyUp', key, false);
    // A button is pressed when Space is let go.
    await this.#expect(`${key.key} let go`, key.key === ' ' ? allowed : null);
  }

  /** The scene once it stands still: a card on its way is none to press a key at. */
  async #settledScene(): Promise<Scene> {
    let scene = await this.#page.evaluate(sceneOf);
    for (let still = 0, looks = 0; still < 2 && looks < 40; looks += 1) {
      await this.#page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 15)));
      await this.#calls.settle();
      const next = await this.#page.evaluate(sceneOf);
      still = JSON.stringify(next) === JSON.stringify(scene) ? still + 1 : 0;
      scene = next;
    }
    return scene;
  }

  async #send(type: 'keyDown' | 'keyUp', { key, code, mod }: Key, autoRepeat: boolean): Promise<void> {
    const text = key === 'Enter' ? '\r' : key.length === 1 && mod !== 'Ctrl' && mod !== 'Alt' ? key : '';
    const windowsVirtualKeyCode = { Enter: 13, ' ': 32, Tab: 9, Escape: 27, ArrowUp: 38, ArrowDown: 40 }[key] ?? 0;
    await this.#devtools.send('Input.dispatchKeyEvent', {
      type,
      key,
      code,
      autoRepeat,
      windowsVirtualKeyCode,
      modifiers: mod ? MODIFIERS[mod] : 0,
      ...(type === 'keyDown' && text !== '' && { text }),
    });
  }

  async #click(): Promise<void> {
    const where = this.#random() < 0.5 ? '[data-question]' : 'main';
    const buttons = this.#page.locator(
      ['button:enabled', 'h2', 'label', 'form input'].map((what) => `${where} ${what}:visible`).join(', '),
    );
    const count = await buttons.count();
    if (count === 0) return;
    const button = buttons.nth(Math.floor(this.#random() * count));
    const box = await button.boundingBox();
    if (!box) return;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const under = await this.#page.evaluate(
      ([left, top]) => {
        const control = document.elementFromPoint(left, top)?.closest('button');
        return control && !control.disabled ? (control.textContent?.trim() ?? '') : null;
      },
      [x, y] as const,
    );
    const double = this.#random() < 0.5;
    await this.#page.mouse.click(x, y);
    await this.#expect(`click on ${under}`, meantBy(under));
    if (!double) return;
    await this.#page.mouse.down({ clickCount: 2 });
    await this.#page.mouse.up({ clickCount: 2 });
    await this.#expect(`second click, after ${under}`, null);
  }

  /** At most one change was made, and it is the allowed one. */
  async #expect(what: string, allowed: Change | null): Promise<void> {
    this.#log.push(what);
    await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await this.#calls.settle();
    const changes = CHANGES.filter((change) => this.#calls.seen.includes(change));
    const times = this.#calls.take().filter((method) => (CHANGES as readonly string[]).includes(method)).length;
    for (const change of changes) this.counted.set(change, (this.counted.get(change) ?? 0) + 1);
    if (times === 0) return;
    expect(changes, `after ${this.#log.slice(-6).join('\n')}`).toEqual([allowed]);
    expect(times, `at once, after ${this.#log.slice(-6).join('\n')}`).toBe(1);
  }

  #oneOf = <T>(all: readonly T[]): T => all[Math.floor(this.#random() * all.length)] as T;
}

const [first] = lessons;
const LESSONS = lessons.map(({ id }) => `#/lesson/csto/${id}`);
const PLACES = [
  // A lesson that is left, or finished, is followed by the next one.
  { name: 'lesson', starts: LESSONS },
  { name: 'review', starts: ['#/review'] },
] as const;

for (const { name, starts } of PLACES)
  test(`random keys and clicks in a ${name} change nothing but what they mean`, async ({ open }) => {
    test.setTimeout(process.env['JAMDAI_LONG'] ? 1_800_000 : 180_000);
    const page = await open();
    const calls = new HostCalls(page);
    // Questions to review: the first lesson is read by clicks.
    await page.evaluate((hash) => (location.hash = hash), LESSONS[0] ?? '');
    if (name === 'review')
      for (let section = 0; section < (first?.sections.length ?? 0); section += 1) {
        const heading = await page.getByRole('heading', { level: 1 }).innerText();
        await page.getByRole('button', { name: /^(Continue|Finish)/ }).click();
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading);
      }
    const fuzz = new Fuzz(page, await page.context().newCDPSession(page), calls, `keys in a ${name}`);
    let left = 0;
    for (let press = 0; press < PRESSES; press += 1) {
      if (!(await page.evaluate((hash) => location.hash.startsWith(hash), `#/${name}`))) {
        await page.evaluate((hash) => (location.hash = hash), starts[(left += 1) % starts.length] ?? '');
        await page.getByRole('heading').first().waitFor({ state: 'attached' });
        calls.take();
      }
      await fuzz.step();
    }
    // The keys did something, so that what they must not do was put to the test.
    expect(fuzz.counted.get('study.answer') ?? 0).toBeGreaterThan(name === 'lesson' ? 0 : PRESSES / 100);
    expect(fuzz.counted.get('study.undo') ?? 0).toBeGreaterThan(0);
    if (name === 'review') expect(fuzz.counted.get('card.update') ?? 0).toBeGreaterThan(0);
  });
