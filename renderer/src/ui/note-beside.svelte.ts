import { flushSync } from 'svelte';
import { placeOf, type Areas, type Where } from './note-place.ts';

/** The one small note of a view, beside the words it is about. */
export class NoteBeside<T> {
  note = $state.raw<T | null>(null);
  left = $state(0);
  top = $state(0);
  /** Px that it may be high; null where it needs no bound of its own. */
  room = $state<number | null>(null);
  #anchor: HTMLElement | null = null;

  /**
   * Opens the note beside its anchor, kept inside the window; the same anchor again closes it. `under`: under the anchor's words.
   * `text`: beside the paragraph around them, which stays readable. `aside`: at the side of the window that the anchor is not at,
   * for pictures that should stay in sight. Never over its own anchor, where the window has room.
   */
  readonly open = (popover: HTMLElement, anchor: HTMLElement, note: T, where: Where = 'under'): void => {
    this.note = note;
    this.#anchor = anchor;
    this.room = null;
    popover.showPopover();
    flushSync(); // its size depends on its text
    const { left, top, room } = placeOf(popover.getBoundingClientRect(), anchorAreas(anchor), where, {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    this.left = left;
    this.top = top;
    this.room = room ?? null;
    popover.focus({ preventScroll: true });
  };

  /** After the note is closed the reader goes on where they were. */
  readonly closed = (focusWasInside: boolean): void => {
    if (focusWasInside) this.#anchor?.focus({ preventScroll: true });
    this.#anchor = null;
  };
}

function anchorAreas(anchor: HTMLElement): Areas {
  const area = (selector: string) => (anchor.closest(selector) ?? anchor).getBoundingClientRect();
  return {
    words: anchor.getClientRects()[0] ?? anchor.getBoundingClientRect(),
    text: area('p, li, tr'),
    picture: area('[role="group"]'),
  };
}
