import { tick } from 'svelte';
import { on } from 'svelte/events';
import { isBehindDialog, isTyping } from '../ui/keys.ts';

/** The field the answer goes into: the first empty one, where there are several. */
export function answerField(section: HTMLElement): HTMLInputElement | null {
  const fields = [...section.querySelectorAll<HTMLInputElement>('form input:not([readonly])')];
  return fields.find(({ value }) => value === '') ?? fields[0] ?? null;
}

/** What is typed while the focus is elsewhere in a question is the answer's, and no command of the page around it. */
export function typeInto(section: HTMLElement, event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key.length !== 1 || ctrlKey || metaKey || altKey || isTyping(target)) return;
  answerField(section)?.focus();
  event.stopPropagation();
}

interface Watched {
  readonly alone: boolean;
  readonly expectsText: () => boolean;
  /** Reads what, when it changes, may take away the button that has the focus. */
  readonly changed: () => unknown;
}

/**
 * Keeps the focus in a question: it goes back to the answer's field after a click on what takes no input, after a dialog, and
 * when the button that had it is gone; without a field it goes to the prompt.
 */
export function keepFocus({ alone, expectsText, changed }: Watched) {
  return (section: HTMLElement) => {
    const back = () => {
      const active = document.activeElement;
      if (isBehindDialog() || !(active === null || active === document.body || active.matches('h1, h2'))) return;
      const field = expectsText() ? answerField(section) : null;
      (field ?? (active?.matches('h1, h2') ? null : section.querySelector('h2')))?.focus({ preventScroll: true });
    };
    let shown = false;
    $effect(() => {
      changed();
      if (shown) void tick().then(back);
      shown = true;
    });
    const clicked = ({ target }: Event) => {
      if (isTyping(target) || !expectsText() || getSelection()?.isCollapsed === false) return;
      back();
    };
    const ends = [
      on(alone ? document : section, 'click', clicked),
      ...(alone ? [on(document, 'close', () => void tick().then(back), { capture: true })] : []),
    ];
    return () => ends.forEach((end) => end());
  };
}
