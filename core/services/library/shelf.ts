import { recordOf, recordsOf } from '../../domain/history/records.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { QUESTION_KINDS } from '../../domain/question.ts';
import { cardIdOfNote, deckIdOf } from './card-ids.ts';
import { DeckCard, type CardSource } from './deck-card.ts';
import { deckCourses, type DeckCourse } from './deck-course.ts';
import { StandingNotes, type Layer } from './layers.ts';

/** All decks and their cards as some packs and what the learner changed make them. */
export interface Shelf {
  readonly layers: readonly Layer[];
  readonly standing: StandingNotes;
  /** Each behind the one it lies below. */
  readonly courses: ReadonlyMap<string, DeckCourse>;
  /** In the order new ones are learned. */
  readonly cards: readonly DeckCard[];
  readonly byDeck: ReadonlyMap<string, readonly DeckCard[]>;
  readonly byId: ReadonlyMap<CardId, DeckCard>;
}

export const EMPTY_SHELF: Shelf = {
  ...{ layers: [], standing: new StandingNotes(), courses: new Map(), cards: [] },
  ...{ byDeck: new Map(), byId: new Map() },
};

/** Cards between two chances to give the loop free. */
const GROUP = 500;

/** Puts a shelf together, in steps. @param source where its cards read what they ask */
export function* shelving(
  source: CardSource,
  layers: readonly Layer[],
  progress: Pick<Progress, 'records'>,
): Generator<void, Shelf> {
  const { names, gone, decksOf } = namesOf(layers, progress);
  const made = deckCourses(names, deckIdOf);
  const removed = new Set(recordsOf(progress, 'note').flatMap(([id, note]) => (note.removed ? [id] : [])));
  const standing = yield* StandingNotes.of(layers);
  const byName = new Map([...made.values()].map((deck) => [deck.name, deck]));
  const byDeck = new Map<string, DeckCard[]>();
  const byId = new Map<CardId, DeckCard>();
  for (const [at, { pack }] of layers.entries()) {
    const { keys, note, ordinal, deck, kind } = pack.columns;
    for (let place = 0; place < note.length; place++) {
      if (place % GROUP === 0) yield;
      const key = keys[note[place]!]!;
      if (removed.has(key) || !standing.counts(key, at, note[place]!)) continue;
      const id = decksOf[at]![deck[place]!];
      const course = id === undefined || gone.has(id) ? undefined : byName.get(names.get(id) ?? '');
      if (!course) continue;
      const cardId = cardIdOfNote(key, ordinal[place]!);
      const card = new DeckCard(source, cardId, course, QUESTION_KINDS[kind[place]!]!, at, place);
      const list = byDeck.get(course.id);
      if (list) list.push(card);
      else byDeck.set(course.id, [card]);
      byId.set(cardId, card);
    }
  }
  // A deck without cards, in it or below, is not there, except one that the learner made or named.
  const isThere = ({ id, below }: DeckCourse) =>
    [id, ...below].some((each) => byDeck.has(each)) || recordOf(progress, 'deck', id)?.name !== undefined;
  const list = [...made.values()].filter(isThere);
  const courses = new Map(list.map((deck) => [deck.id, deck]));
  return { layers, standing, courses, cards: list.flatMap(({ id }) => byDeck.get(id) ?? []), byDeck, byId };
}

/** What decks are called now, and which the learner took away; of each layer the decks its cards lie in. */
function namesOf(layers: readonly Layer[], progress: Pick<Progress, 'records'>) {
  const names = new Map<string, string>();
  const gone = new Set<string>();
  for (const [id, { name, removed }] of recordsOf(progress, 'deck')) {
    if (removed) gone.add(id);
    else if (name !== undefined) names.set(id, name);
  }
  const decksOf = layers.map(({ pack, into }) =>
    pack.decks.map(({ name }) => {
      const id = deckIdOf(into ?? name);
      if (!names.has(id) && !gone.has(id)) names.set(id, into ?? name);
      return id;
    }),
  );
  return { names, gone, decksOf };
}
