import { flushSync } from 'svelte';

/** The one small note of a view, beside the words it is about. */
export class NoteBeside<T> {
  note = $state.raw<T | null>(null);
  left = $state(0);
  top = $state(0);
  #anchor: HTMLElement | null = null;

  /** Opens the note under its anchor, kept inside the window; the same anchor again closes it. */
  readonly open = (popover: HTMLElement, anchor: HTMLElement, note: T): void => {
    this.note = note;
    this.#anchor = anchor;
    popover.showPopover();
    flushSync(); // its size depends on its text
    const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const size = popover.getBoundingClientRect();
    this.left = Math.max(8, Math.min(words.left, window.innerWidth - size.width - 8));
    const below = words.bottom + 6;
    this.top = below + size.height < window.innerHeight ? below : Math.max(8, words.top - size.height - 6);
    popover.focus({ preventScroll: true });
  };

  /** After the note is closed the reader goes on where they were. */
  readonly closed = (focusWasInside: boolean): void => {
    if (focusWasInside) this.#anchor?.focus({ preventScroll: true });
    this.#anchor = null;
  };
}
