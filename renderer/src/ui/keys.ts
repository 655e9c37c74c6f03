const TEXT_INPUTS = new Set(['text', 'search', 'number', 'email', 'url', 'password', '']);

/**
 * One name for a key whatever the layout: 'A'…'Z', '0'…'9', 'Space', 'Enter', 'Escape', 'ArrowUp', '?' … With a Thai layout
 * the U key types a vowel, so a letter or digit that is not Latin is read from the key's place instead.
 * A key with Ctrl, Meta or Alt belongs to the system: it has no name here.
 */
export function keyName(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const { key, code } = event;
  if (key === ' ') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^[0-9?]$/.test(key)) return key;
  if (code === 'Slash' && event.shiftKey) return '?';
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code);
  if (key.length === 1 && place) return place[1] ?? place[2] ?? null;
  return key;
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
