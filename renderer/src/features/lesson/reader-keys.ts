import { isBehindDialog, isTyping, keyOf } from '../../ui/keys.ts';

/** What a key does with the text of a lesson. */
export type ReaderCommand =
  'search' | 'both' | 'aloud' | 'mark' | 'note' | 'question' | 'clear' | 'next' | 'previous' | 'more' | 'less';

const LETTERS: Readonly<Record<string, ReaderCommand>> = {
  J: 'next',
  K: 'previous',
  M: 'mark',
  C: 'note',
  Q: 'question',
  D: 'both',
  L: 'aloud',
  Escape: 'clear',
};

/** The one table of these keys. Null where a key means nothing here: in a field, in a question that is open, in a small note over the page. */
export function readerCommandOf(event: KeyboardEvent): ReaderCommand | null {
  if (isBehindDialog()) return null;
  const key = keyOf(event);
  const { ctrlKey, metaKey, altKey, shiftKey, code, target } = event;
  if (key === 'F' && ctrlKey !== metaKey && !altKey && !shiftKey) return 'search';
  if (key === null || ctrlKey || metaKey || altKey || isTyping(target)) return null;
  if (target instanceof Element && target.closest('[data-question="open"], [popover]')) return null;
  // "/" is the key's place too: with a Thai layout it types a letter.
  if (key === '/' || (code === 'Slash' && !shiftKey)) return 'search';
  if (shiftKey) return key === 'J' ? 'more' : key === 'K' ? 'less' : null;
  return LETTERS[key] ?? null;
}
