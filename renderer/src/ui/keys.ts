const TEXT_INPUTS = new Set(['text', 'search', 'number', 'email', 'url', 'password', '']);
const THAI_ZERO = '๐'.codePointAt(0) ?? 0;

/** What of a key press tells which key it was. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  readonly isComposing?: boolean;
};

/**
 * One name for a key whatever the layout, modifiers aside: 'A'…'Z', '0'…'9', 'Space', 'Enter', 'Escape', 'ArrowUp', '?' …
 * A Latin letter or a digit, Thai ones too, is what it says. Any other sign is named by the key's place: with a Thai layout
 * the U key types a vowel, and with a French one the 2 key an é. A sign typed with Shift on a digit's key is no digit.
 */
export function keyOf({ key, code, shiftKey, isComposing }: KeyPress): string | null {
  if (isComposing) return null;
  if (code === 'Space' || key === ' ') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^[0-9?]$/.test(key)) return key;
  if (/^[๐-๙]$/.test(key)) return String((key.codePointAt(0) ?? 0) - THAI_ZERO);
  if (key.length !== 1) return key;
  if (code === 'Slash' && shiftKey) return '?';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return letter ?? digit ?? key;
}

/** As `keyOf`, for keys alone: one with Ctrl, Meta or Alt belongs to the system, and has no name here. */
export function keyName(event: KeyPress): string | null {
  return event.ctrlKey || event.metaKey || event.altKey ? null : keyOf(event);
}

/** True where a key types text, so that no shortcut may take it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type) && !target.readOnly && !target.disabled;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** True where Space or Enter already does something: pressing a button, following a link, opening a disclosure. */
export function takesActivation(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return key === 'Space' && (target.type === 'checkbox' || (target.type === 'radio' && !target.checked));
  return target.closest('button, a[href], summary, [role="button"]') !== null;
}

/** True while a dialog is open: what lies behind it hears no keys. */
export const isBehindDialog = (): boolean => document.querySelector('dialog[open]') !== null;
