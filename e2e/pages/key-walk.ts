import { expect, type CDPSession, type Page } from '@playwright/test';
import { seededRandom } from '../../core/domain/random.ts';
import { allowedBy, CHANGES, meantBy, type Change, type Key, type Scene } from './key-model.ts';
import { installKeyPage } from './key-page.ts';
import { RANDOM_KEYS } from './random-keys.ts';

const MODIFIERS = { Alt: 1, Ctrl: 2, Shift: 8 } as const;
const VIRTUAL_KEYS: Readonly<Record<string, number>> = {
  Enter: 13,
  ' ': 32,
  Tab: 9,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
};
const REPEATS = 3;
/** The one button of a view that goes on, buttons of questions, and everything else that a hand may hit. */
const TARGETS: readonly (readonly [number, string])[] = [
  [0.2, 'main .btn.go'],
  [0.75, '[data-question] :is(button, h2, label, form input)'],
  [1, 'main :is(button, h2, label, form input)'],
];

/** Presses keys and buttons at random, and checks after each that nothing was changed but what it means. */
export class KeyWalk {
  readonly counted = new Map<Change, number>();
  /** Keys pressed and buttons clicked. */
  presses = 0;
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #random: () => number;
  #last: readonly string[] = [];
  #scene!: Scene;

  private constructor(page: Page, devtools: CDPSession, seed: string) {
    this.#page = page;
    this.#devtools = devtools;
    this.#random = seededRandom(seed);
  }

  /** Loads the page again, so that it is listened to from its beginning. */
  static async on(page: Page, seed: string): Promise<KeyWalk> {
    await page.addInitScript(installKeyPage);
    await page.reload();
    await page.getByRole('main').waitFor();
    return new KeyWalk(page, await page.context().newCDPSession(page), seed);
  }

  /** Goes on at another place; what that asks of the host is nobody's key. */
  async goTo(hash: string): Promise<void> {
    await this.#page.evaluate((to) => (location.hash = to), hash);
    await this.#page.getByRole('heading').first().waitFor({ state: 'attached' });
    this.#scene = (await this.#page.evaluate(() => window.keyPage.still())).scene;
  }

  /** Where it has come to. */
  get place(): string {
    return this.#scene.place;
  }
  /** There is no question, and nothing more to read. */
  get isOver(): boolean {
    return this.#scene.place !== 'lesson' && this.#scene.question === null && !this.#scene.dialog;
  }

  /** One thing a hand may do: a key, a key held down, a click, a double click. */
  async step(): Promise<void> {
    const dice = this.#random();
    this.presses += 1;
    if (dice < 0.2) await this.#click();
    else await this.#press(RANDOM_KEYS[Math.floor(this.#random() * RANDOM_KEYS.length)]!, dice < 0.35);
  }

  async #press(key: Key, held: boolean): Promise<void> {
    const allowed = allowedBy(key, this.#scene);
    const what = `${key.mod ?? ''} ${key.key} in ${JSON.stringify(this.#scene)}`;
    const down = this.#send('keyDown', key, false);
    if (!held) {
      await Promise.all([down, this.#send('keyUp', key, false)]);
      return this.#expect(what, allowed);
    }
    await down;
    await this.#expect(what, allowed);
    await Promise.all(Array.from({ length: REPEATS }, () => this.#send('keyDown', key, true)));
    await this.#expect(`${key.key} held`, null);
    await this.#send('keyUp', key, false);
    // A button is pressed when Space is let go.
    await this.#expect(`${key.key} let go`, key.key === ' ' ? allowed : null);
  }

  async #send(type: 'keyDown' | 'keyUp', { key, code, mod }: Key, autoRepeat: boolean): Promise<void> {
    const text = key === 'Enter' ? '\r' : key.length === 1 && mod !== 'Ctrl' && mod !== 'Alt' ? key : '';
    await this.#devtools.send('Input.dispatchKeyEvent', {
      type,
      key,
      code,
      autoRepeat,
      windowsVirtualKeyCode: VIRTUAL_KEYS[key] ?? 0,
      modifiers: mod ? MODIFIERS[mod] : 0,
      ...(type === 'keyDown' && text !== '' && { text }),
    });
  }

  async #click(): Promise<void> {
    const dice = this.#random();
    const selector = TARGETS.find(([share]) => dice < share)![1];
    const target = await this.#page.evaluate(([what, random]) => window.keyPage.targetOf(what, random), [
      selector,
      this.#random(),
    ] as const);
    if (target === null) return;
    await this.#page.mouse.click(target.x, target.y);
    const button = await this.#page.evaluate(() => window.keyPage.hit());
    await this.#expect(`click on ${button}`, meantBy(button));
    if (this.#random() < 0.5) return;
    await this.#page.mouse.down({ clickCount: 2 });
    await this.#page.mouse.up({ clickCount: 2 });
    await this.#expect(`second click, after ${button}`, null);
  }

  /** At most one change was made, and it is the allowed one. */
  async #expect(what: string, allowed: Change | null): Promise<void> {
    this.#last = [...this.#last, what].slice(-6);
    const { scene, calls } = await this.#page.evaluate(() => window.keyPage.still());
    this.#scene = scene;
    const changes = calls.filter((call): call is Change => (CHANGES as readonly string[]).includes(call));
    for (const change of changes) this.counted.set(change, (this.counted.get(change) ?? 0) + 1);
    if (changes.length > 0) expect(changes, `after ${this.#last.join('\n')}`).toEqual([allowed]);
  }
}
