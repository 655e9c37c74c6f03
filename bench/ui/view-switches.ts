import type { Page } from '@playwright/test';
import { VIEW_NAMES, VIEWS, type ViewName } from './views.ts';

/** Until the next move, so that what a view fetches behind what it shows is not counted with the next one. */
const REST_MS = 100;

/** Times of showing each view after another one, ms: `rounds` of each. The first round also fetches what no view has yet. */
export async function timeSwitches(page: Page, rounds: number): Promise<Record<ViewName, number[]>> {
  const times = Object.fromEntries(VIEW_NAMES.map((name) => [name, [] as number[]])) as Record<ViewName, number[]>;
  // What is on the screen already is not shown anew.
  await showView(page, VIEW_NAMES.at(-1)!);
  for (let round = 0; round < rounds; round += 1)
    for (const name of VIEW_NAMES) times[name].push(await showView(page, name));
  return times;
}

/** Times of painting one empty element, ms: what the frames, and the machine's other work, take of every other figure. */
export async function timeNothing(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1)
    taken.push(
      await page.evaluate(async () => {
        window.paintWatch.expect(['body > i'], performance.now());
        const nothing = document.body.appendChild(document.createElement('i'));
        const { ms } = await window.paintWatch.painted();
        nothing.remove();
        return ms;
      }),
    );
  return taken;
}

/** Goes to a view by its address, as a link does. @returns from the change of the address to the content on the screen, ms */
export async function showView(page: Page, name: ViewName): Promise<number> {
  const { ms } = await page.evaluate(({ hash, shows }) => {
    window.paintWatch.expect([shows], performance.now());
    location.hash = hash;
    return window.paintWatch.painted();
  }, VIEWS[name]);
  await page.waitForTimeout(REST_MS);
  return ms;
}
