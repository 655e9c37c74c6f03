import { editCardHref } from '../../app/address.ts';
import { commandOf, NO_QUESTION } from '../../app/keys.ts';
import { isBehindDialog, isTyping, takesActivation } from '../../ui/keys.ts';
import { actionOf, type BulkAction } from './bulk-actions.ts';
import type { CardRow } from './columns.ts';

type BrowserCommand = 'help' | 'undo' | 'open' | 'edit' | 'leave' | BulkAction;

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
    case 'edit':
      return 'edit';
    case 'answer':
      return takesActivation(target, 'Enter') ? null : 'open';
    default:
      return actionOf(event);
  }
}

/** Where the note of a card is changed: of cards of decks only, what courses say is not the learner's to change. */
export const editHref = ({ cardId, course }: CardRow): string | null =>
  course.isDeck || course.isOwn ? editCardHref(cardId) : null;
