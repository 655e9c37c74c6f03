import { keyOf } from '../../ui/keys.ts';
import type { BrowserPage } from './browser-page.svelte.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Does what a key means in the list: arrows move, with Shift they choose; Space or X chooses one, Ctrl+A all, Escape none.
 * @param screenful rows of a page @returns the row to be shown; null where nothing moves; undefined for a key that means nothing here
 */
export function moveOf(event: Key, page: BrowserPage, screenful: number): number | null | undefined {
  const { chosen } = page;
  if (event.altKey) return undefined;
  const isCtrl = event.ctrlKey || event.metaKey;
  const key = keyOf(event);
  if (isCtrl) return key === 'A' && !event.shiftKey ? (chosen.chooseAll(), null) : undefined;
  const target = targetOf(event.key, page, screenful);
  if (target !== undefined) {
    if (event.shiftKey) void page.chooseTo(target);
    else if (chosen.count(page.window.total) > 0) chosen.moveTo(target);
    else chosen.goTo(target);
    return target;
  }
  if (key === 'Space' || key === 'X') {
    void (event.shiftKey ? page.chooseTo(chosen.at) : page.toggle(chosen.at));
    return null;
  }
  if (key !== 'Escape' || chosen.count(page.window.total) === 0) return undefined;
  chosen.clear();
  return null;
}

function targetOf(key: string, { chosen, window }: BrowserPage, screenful: number): number | undefined {
  const last = window.total - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: chosen.at + 1,
    ArrowUp: chosen.at - 1,
    PageDown: chosen.at + screenful,
    PageUp: chosen.at - screenful,
    Home: 0,
    End: last,
  };
  const wanted = steps[key];
  return wanted === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, wanted));
}

/** A row is pressed: it is gone to; with Ctrl, or on its box, it is chosen beside others; with Shift all up to it are. */
export function pressed(event: MouseEvent, page: BrowserPage, at: number): void {
  const isBox = event.target instanceof Element && event.target.closest('[data-check]') !== null;
  if (event.shiftKey) void page.chooseTo(at);
  else if (isBox) void page.toggle(at);
  else if (event.ctrlKey || event.metaKey) void besides(page, at);
  else page.chosen.goTo(at);
}

/** The row the learner was at is the first of those that are chosen. */
async function besides(page: BrowserPage, at: number): Promise<void> {
  const { chosen } = page;
  if (chosen.count(page.window.total) === 0 && chosen.at !== at) await page.toggle(chosen.at);
  await page.toggle(at);
}
