import { flushSync } from 'svelte';

/** Px to the edge of the window, and to the anchor at its side. */
const EDGE = 20;

/** The one small note of a view, beside the words it is about. */
export class NoteBeside<T> {
  note = $state.raw<T | null>(null);
  left = $state(0);
  top = $state(0);
  #anchor: HTMLElement | null = null;

  /**
   * Opens the note under its anchor, kept inside the window; the same anchor again closes it. `aside`: at the side of the window
   * that the anchor is not at, for pictures that should stay in sight. Never over its own anchor.
   */
  readonly open = (popover: HTMLElement, anchor: HTMLElement, note: T, where: 'under' | 'aside' = 'under'): void => {
    this.note = note;
    this.#anchor = anchor;
    popover.showPopover();
    flushSync(); // its size depends on its text
    const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const size = popover.getBoundingClientRect();
    const aside = window.innerWidth - size.width - EDGE;
    const above = words.top - size.height - 6;
    const fits = words.bottom + 6 + size.height < window.innerHeight || above >= 8;
    if (where === 'aside' || !fits) {
      this.left = words.right + EDGE < aside ? aside : Math.max(8, words.left - size.width - EDGE);
      this.top = where === 'aside' ? EDGE : Math.max(8, window.innerHeight - size.height - EDGE);
      popover.focus({ preventScroll: true });
      return;
    }
    this.left = Math.max(8, Math.min(words.left, window.innerWidth - size.width - 8));
    const below = words.bottom + 6;
    this.top = below + size.height < window.innerHeight ? below : above;
    popover.focus({ preventScroll: true });
  };

  /** After the note is closed the reader goes on where they were. */
  readonly closed = (focusWasInside: boolean): void => {
    if (focusWasInside) this.#anchor?.focus({ preventScroll: true });
    this.#anchor = null;
  };
}
