import { afterEach, expect, it } from 'vitest';
import { copyPlainly } from './copying.ts';

/** Copies what is selected. @returns what lands on the clipboard in place of the selection, '' where nothing does */
function copied(from: Node): string {
  const held = new Map<string, string>();
  const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
    clipboardData: { setData: (type: string, text: string) => held.set(type, text) },
  });
  from.addEventListener('copy', (seen) => copyPlainly(seen as ClipboardEvent), { once: true });
  from.dispatchEvent(event);
  return held.get('text/plain') ?? '';
}

afterEach(() => document.body.replaceChildren());

it('copies a name and a date as they were typed', () => {
  document.body.innerHTML = '<p>ของ\u200Bรั\u2060ส\u2060เ\u2060ซี\u2060ย 7\u00A0ตุลาคม</p>';
  document.getSelection()?.selectAllChildren(document.body);
  expect(copied(document.body.firstChild!)).toBe('ของรัสเซีย 7 ตุลาคม');
});

it('leaves a field, and text without guides, to the browser', () => {
  document.body.innerHTML = '<p>ของ\u200Bรัสเซีย</p><p>plain</p><input />';
  document.getSelection()?.selectAllChildren(document.body);
  expect(copied(document.querySelector('input')!)).toBe('');
  document.getSelection()?.selectAllChildren(document.querySelectorAll('p')[1]!);
  expect(copied(document.querySelectorAll('p')[1]!)).toBe('');
});
