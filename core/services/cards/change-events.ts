import type { Input } from '../../api/contract.ts';
import type { EventBody } from '../../domain/history/events.ts';
import { MAX_TAGS } from '../../domain/history/limits.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { NewEvent } from '../ports.ts';
import type { CardColumns } from './all-cards.ts';
import { LeftAlone } from './left-alone.ts';

type Change = Input<'card.change'>['change'];
type CardChange = Extract<EventBody, { type: 'card' }>['change'];
export type ChangeOf<W extends Change['what']> = Extract<Change, { what: W }>;

/** Events of one change, and which rows they are about. */
export interface Planned {
  readonly events: readonly NewEvent[];
  readonly rows: readonly number[];
}

/** Cards named in one event. */
const MOST_CARDS = 500;

function cardEvents({ cards }: CardColumns, rows: readonly number[], change: CardChange): NewEvent[] {
  const events: NewEvent[] = [];
  for (let i = 0; i < rows.length; i += MOST_CARDS)
    events.push({ type: 'card', cards: rows.slice(i, i + MOST_CARDS).map((row) => cards[row]!.cardId), change });
  return events;
}

/** What is done to cards alike, and whether a card is so already. */
export function standingChange(
  all: CardColumns,
  rows: readonly number[],
  change: ChangeOf<'flag' | 'marked' | 'suspended' | 'buried' | 'reset'>,
  { today }: Pick<Moment, 'today'>,
): Planned {
  const { standing } = all;
  const plan = (isOther: (row: number) => boolean, made: CardChange): Planned => {
    const meant = rows.filter(isOther);
    return { rows: meant, events: cardEvents(all, meant, made) };
  };
  switch (change.what) {
    case 'flag':
      return plan((row) => standing.flag[row] !== change.flag, { flag: change.flag });
    case 'marked':
      return plan((row) => (standing.marked[row] === 1) !== change.marked, { marked: change.marked });
    case 'suspended':
      return plan((row) => (standing.suspended[row] === 1) !== change.suspended, { suspended: change.suspended });
    case 'buried':
      return plan((row) => standing.buriedUntilDay[row]! > today !== change.buried, {
        buriedUntilDay: change.buried ? today + 1 : 0,
      });
    case 'reset':
      return plan((row) => standing.phase[row] !== 0, { reset: true });
  }
}

/** One day after the other gets a card, so that siblings, which stand side by side, are not due together. */
export function dueChange(
  all: CardColumns,
  rows: readonly number[],
  { from, to }: ChangeOf<'due'>,
  { today }: Pick<Moment, 'today'>,
  leftAlone: LeftAlone,
): Planned {
  const known = rows.filter((row) => all.standing.phase[row] !== 0);
  leftAlone.add('never-answered', rows.length - known.length);
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const byDay = new Map<number, number[]>();
  for (const [i, row] of known.entries()) {
    const day = today + first + (i % (last - first + 1));
    byDay.set(day, [...(byDay.get(day) ?? []), row]);
  }
  return { rows: known, events: [...byDay].flatMap(([dueDay, some]) => cardEvents(all, some, { dueDay })) };
}

/** Those whose content is the learner's. */
export function ownRows({ cards }: CardColumns, rows: readonly number[], leftAlone: LeftAlone): number[] {
  const own = rows.filter((row) => cards[row] instanceof DeckCard);
  leftAlone.add('of-course', rows.length - own.length);
  return own;
}

/** Events of notes, one for each, whatever how many of its cards are meant. Null: the note stays as it is. */
export function noteEvents(
  { note, notes }: CardColumns,
  rows: readonly number[],
  eventOf: (key: string, number: number) => NewEvent | null,
): Planned {
  const events = new Map<number, NewEvent | null>();
  for (const row of rows) {
    const number = note[row]!;
    if (!events.has(number)) events.set(number, eventOf(notes.keys[number]!, number));
  }
  return {
    events: [...events.values()].filter((event) => event !== null),
    rows: rows.filter((row) => events.get(note[row]!) !== null),
  };
}

export const removal = (all: CardColumns, rows: readonly number[], leftAlone: LeftAlone): Planned =>
  noteEvents(all, ownRows(all, rows, leftAlone), (id) => ({ type: 'note', id, set: { removed: true } }));

/** Tags are the same whatever the case they are written in; those that stay keep theirs, and their order. */
export function tagChange(
  all: CardColumns,
  rows: readonly number[],
  { add, remove }: ChangeOf<'tags'>,
  editedAt: number,
  leftAlone: LeftAlone,
): Planned {
  const removed = new Set(remove.map(caseless));
  const { notes } = all;
  // Few lists of tags are had by many notes.
  const made = new Map<number, string[] | null>();
  const tagsOf = (set: number): string[] | null => {
    const before = notes.tagSets[set]!;
    const kept = before.filter((tag) => !removed.has(caseless(tag)));
    const there = new Set(kept.map(caseless));
    const fresh = add
      .map((tag) => tag.normalize('NFC'))
      .filter((tag) => !there.has(caseless(tag)) && there.add(caseless(tag)));
    return kept.length === before.length && fresh.length === 0 ? null : [...kept, ...fresh];
  };
  let tooMany = 0;
  const planned = noteEvents(all, rows, (id, number) => {
    const set = notes.tagSet[number]!;
    if (!made.has(set)) made.set(set, tagsOf(set));
    const tags = made.get(set) ?? null;
    if (tags !== null && tags.length > MAX_TAGS) tooMany += 1;
    return tags === null || tags.length > MAX_TAGS ? null : { type: 'note', id, set: { tags, editedAt } };
  });
  leftAlone.add('too-long', tooMany);
  return planned;
}

const caseless = (tag: string): string => tag.normalize('NFC').toLowerCase();
