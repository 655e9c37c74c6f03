import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ignoreHeldInput } from './held-input.ts';

describe('held input', () => {
  const pressed = vi.fn();
  let end: () => void;
  beforeEach(() => {
    pressed.mockReset();
    document.body.innerHTML = '<button id="check">Check</button><button id="next">Next</button><p>text</p>';
    document.body.onkeydown = (event) => pressed(event.key);
    document.body.onclick = (event) => pressed((event.target as Element).id);
    end = ignoreHeldInput(window);
  });
  afterEach(() => {
    end();
    document.body.onkeydown = document.body.onclick = null;
    document.body.replaceChildren();
  });
  const on = (id: string) => document.getElementById(id) as HTMLElement;
  const key = (target: Element, key: string, repeat: boolean) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }));
  const click = (target: Element, detail: number) =>
    target.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));

  it('a held Enter or Space presses nothing; a new press does', () => {
    expect([key(on('next'), 'Enter', true), key(on('next'), ' ', true)]).toEqual([false, false]);
    expect(pressed).not.toHaveBeenCalled();
    expect(key(on('next'), 'Enter', false)).toBe(true);
    expect(pressed.mock.calls).toEqual([['Enter']]);
  });

  it('other held keys go on: arrows move, letters type, Space scrolls where nothing is pressed by it', () => {
    key(document.body, 'ArrowDown', true);
    key(document.body, 'a', true);
    key(document.body, ' ', true);
    expect(pressed.mock.calls).toEqual([['ArrowDown'], ['a'], [' ']]);
  });

  it('the second click of a double click presses only what the first one pressed', () => {
    click(on('check'), 1);
    click(on('next'), 2);
    expect(pressed.mock.calls).toEqual([['check']]);
    click(on('next'), 1);
    click(on('next'), 2);
    expect(pressed.mock.calls).toEqual([['check'], ['next'], ['next']]);
    on('next').dataset['once'] = '';
    click(on('next'), 1);
    click(on('next'), 2);
    expect(pressed).toHaveBeenCalledTimes(4);
  });

  it('a click that began on nothing does not press what came under it', () => {
    click(document.querySelector('p') as Element, 1);
    click(on('next'), 2);
    expect(pressed.mock.calls).toEqual([['']]);
  });
});
