import { flushSync } from 'svelte';
import type { Evidence } from '../../../../core/api/contract.ts';
import type { Lesson } from './lesson-reading.svelte.ts';

export type Note = { readonly term: Lesson['terms'][number] } | { readonly evidence: readonly Evidence[] };
/** What was pressed in the text: a term, or the paragraphs behind a sentence. */
export type Asked = { readonly termId: string } | { readonly paragraphs: readonly string[] };

/** The note for what was asked; null when the course has nothing to say. */
export function noteFor(lesson: Lesson, asked: Asked): Note | null {
  if ('termId' in asked) {
    const term = lesson.terms.find(({ id }) => id === asked.termId);
    return term ? { term } : null;
  }
  const known = lesson.sections.flatMap((section) => section.evidence);
  const evidence = asked.paragraphs.flatMap((id) => known.find((passage) => passage.id === id) ?? []);
  return evidence.length > 0 ? { evidence } : null;
}

/** The one small note of a lesson: the meaning of a term or the passages behind a sentence, beside the words it is about. */
export class NoteBeside<T = Note> {
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
