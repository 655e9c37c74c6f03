import { commandOf, NO_QUESTION } from '../../app/keys.ts';
import { isBehindDialog, isTyping, takesActivation } from '../../ui/keys.ts';
import { actionOf, type BulkAction } from './bulk-actions.ts';

type BrowserCommand = 'help' | 'undo' | 'open' | 'leave' | BulkAction;

/** What a key asks for anywhere in the list of cards but in a field; null where it means nothing here. */
export function browserCommand(event: KeyboardEvent): BrowserCommand | null {
  const { target } = event;
  if (event.defaultPrevented || event.repeat || isBehindDialog() || isTyping(target)) return null;
  // Boxes and lists of a form take letters too.
  if (target instanceof HTMLInputElement) return null;
  switch (commandOf(event, NO_QUESTION)) {
    case 'keys':
      return 'help';
    case 'undo':
      return 'undo';
    case 'leave':
      return 'leave';
    case 'answer':
      return takesActivation(target, 'Enter') ? null : 'open';
    default:
      return actionOf(event);
  }
}
