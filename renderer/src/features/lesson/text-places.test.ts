import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineAt, placeOfRange, rangeAt, type TextPlace } from './text-places.ts';

/** Two languages; a line with a citation in it, which is no part of its text. */
const PAGE = `<div data-text="en"><p data-from="0">Six <b>states</b> signed.<button data-apart>p003</button> Three joined.</p><ul><li data-from="33">four</li></ul></div>
<div data-text="th"><p data-from="0">หกรัฐลงนาม</p></div>`;
const ENGLISH = 'Six states signed. Three joined.\nfour';

let root: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = `<main>${PAGE}</main>`;
  root = document.querySelector('main')!;
});
afterEach(() => document.body.replaceChildren());
const at = (from: number, to: number, language: 'th' | 'en' = 'en'): TextPlace => ({ language, range: [from, to] });

describe('words of a section on the page', () => {
  it('are found by their places, and their places by them', () => {
    for (let from = 0; from < ENGLISH.length; from++)
      for (let to = from + 1; to <= ENGLISH.length; to++) {
        // A break between lines is no sign of the page: who begins or ends there has chosen what stands beside it.
        if (ENGLISH[from] === '\n' || ENGLISH[to - 1] === '\n') continue;
        const range = rangeAt(root, at(from, to))!;
        expect(range.toString().replace('p003', ''), `${from}–${to}`).toBe(ENGLISH.slice(from, to).replace('\n', ''));
        expect(placeOfRange(root, range), `${from}–${to}`).toEqual(at(from, to));
      }
  });

  it('chosen over both languages are those of the one it begins in', () => {
    const range = document.createRange();
    range.selectNodeContents(root);
    expect(placeOfRange(root, range)).toEqual(at(0, ENGLISH.length));
    range.setStart(root.querySelector('[data-text="th"] p')!.firstChild!, 2);
    expect(placeOfRange(root, range)).toEqual(at(2, 10, 'th'));
  });

  it('are none where only a citation is chosen, or nothing of the text', () => {
    const range = document.createRange();
    range.selectNodeContents(root.querySelector('button')!);
    expect(placeOfRange(root, range)).toBeNull();
    expect(rangeAt(root, at(100, 105))).toBeNull();
  });

  it('stand in a line', () => {
    expect(lineAt(root, at(34, 36))?.textContent).toBe('four');
    expect(lineAt(root, at(0, 2, 'th'))?.textContent).toBe('หกรัฐลงนาม');
  });
});
