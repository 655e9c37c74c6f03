import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { recordOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import { deckIdOf } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardColumns } from './all-cards.ts';
import { noteEvents, ownRows, type ChangeOf, type Planned } from './change-events.ts';
import type { LeftAlone } from './left-alone.ts';

/**
 * Moves notes with all their cards into a deck, which is made where it is not there.
 * @throws AppError `bad-input` where a deck can not be called so
 */
export function moveCards(
  all: CardColumns,
  rows: readonly number[],
  { deck }: ChangeOf<'move'>,
  { library, progress }: { library: Pick<DeckLibrary, 'decks'>; progress: Pick<Progress, 'records'> },
  leftAlone: LeftAlone,
): Planned {
  const parts = deck.split('::').map((part) => part.trim().normalize('NFC'));
  if (parts.includes(''))
    throw new AppError('bad-input', 'a deck can not be called so', {
      ...{ method: 'card.change', field: 'deck', reason: 'empty' },
    });
  const name = parts.join('::');
  const there = library.decks.find((each) => each.name === name);
  const id = there?.id ?? freeId(name, library, progress);
  const own = ownRows(all, rows, leftAlone).filter((row) => all.cards[row]!.course.id !== id);
  const { events: moves, rows: moved } = noteEvents(all, own, (key) => ({ type: 'note', id: key, set: { deck: id } }));
  const events = [...moves];
  // A deck that the learner names stays, also when it is empty again.
  if (moved.length > 0 && recordOf(progress, 'deck', id)?.name !== name)
    events.unshift({ type: 'deck', id, set: { name, removed: null } });
  return { events, rows: moved };
}

/** The id of a deck of this name, where none has it that is called otherwise by now, or was removed with cards that would come back. */
function freeId(name: string, { decks }: Pick<DeckLibrary, 'decks'>, progress: Pick<Progress, 'records'>): string {
  const id = deckIdOf(name);
  const isTaken = decks.some((deck) => deck.id === id) || recordOf(progress, 'deck', id) !== undefined;
  return isTaken ? `deck-${randomUUID().replaceAll('-', '').slice(0, 16)}` : id;
}
