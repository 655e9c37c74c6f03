import { recordOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import { noteKeyOfCard } from './card-ids.ts';
import { CardMaking } from './card-making.ts';
import type { CardSource, DeckCard } from './deck-card.ts';
import { DeckCards } from './deck-cards.ts';
import type { DeckCourse } from './deck-course.ts';
import { deckPlaces, type DeckPlaces } from './deck-places.ts';
import type { Layer } from './layers.ts';
import { LearnerNotes } from './learner-notes.ts';
import type { LibraryNote } from './library-note.ts';
import { isOwnCourse, type NoteStand, type OwnCourse } from './own-course.ts';
import type { NoteTypes } from './note-types.ts';
import { StandingNotes } from './standing-notes.ts';
import { makesTheSame } from './written-notes.ts';

/** Of more notes than these all cards are put in order again. */
const MOST_ONE_BY_ONE = 50;

/** What a shelf is made of. */
interface ShelfSource extends CardSource {
  readonly types: NoteTypes;
  readonly own: { readonly all: readonly OwnCourse[]; find(id: string | undefined): OwnCourse | undefined };
  noteStand(key: string): NoteStand;
  note(key: string, layers: readonly Layer[], standing: StandingNotes): LibraryNote;
}
type Records = Pick<Progress, 'records'>;

/** All decks and their cards as some packs and what the learner made and changed make them. */
export class Shelf {
  readonly #cards: DeckCards;
  /** Of notes whose cards are made of what they hold, or lie where the learner put them. */
  readonly #ofContent = new Map<string, readonly DeckCard[]>();
  #courses = new Map<string, DeckCourse>();
  #all: readonly DeckCard[] | null = null;
  /** Of courses that the learner made: in teaching order. */
  readonly #taught = new Map<string, readonly DeckCard[]>();
  #making: CardMaking;

  private constructor(
    private readonly source: ShelfSource,
    readonly layers: readonly Layer[],
    readonly standing: StandingNotes,
    private readonly places: DeckPlaces,
    progress: Records,
  ) {
    this.#cards = new DeckCards(layers, standing);
    this.#making = this.#newMaking(progress);
  }

  static empty(source: ShelfSource): Shelf {
    const nothing = { records: new Map() };
    return new Shelf(source, [], StandingNotes.none(), deckPlaces(nothing, [], source.own), nothing);
  }

  /** Puts one together, in steps. */
  static *of(source: ShelfSource, layers: readonly Layer[], progress: Records): Generator<void, Shelf> {
    const standing = yield* StandingNotes.of(layers);
    const shelf = new Shelf(source, layers, standing, deckPlaces(progress, layers, source.own), progress);
    for (const { cards, key } of shelf.#making.all()) {
      for (const card of cards) shelf.#cards.add(card);
      if (key !== undefined) shelf.#ofContent.set(key, cards);
      yield;
    }
    shelf.#list(progress);
    return shelf;
  }

  /** Each behind the one it lies below. */
  get courses(): ReadonlyMap<string, DeckCourse> {
    return this.#courses;
  }

  /** In the order new ones are learned; of one course, or deck with those below it. */
  cards(deckId?: string): readonly DeckCard[] {
    if (deckId === undefined)
      return (this.#all ??= ([] as DeckCard[]).concat(
        ...this.source.own.all.map(({ id }) => this.cards(id)),
        ...Array.from(this.#courses.keys(), (id) => this.#cards.of(id)),
      ));
    if (this.source.own.find(deckId)) return this.#inTaughtOrder(deckId);
    const deck = this.#courses.get(deckId);
    if (!deck) return [];
    const own = this.#cards.of(deckId);
    return deck.below.length === 0 ? own : own.concat(...deck.below.map((id) => this.#cards.of(id)));
  }

  find(cardId: DeckCard['cardId']): DeckCard | undefined {
    return this.#cards.find(cardId);
  }

  /** Of a note, those that lie in a deck. */
  cardsOf(key: string): readonly DeckCard[] {
    return this.#making.ofNote(key);
  }

  /** The other cards of a card's note. */
  siblings(card: DeckCard): readonly DeckCard['cardId'][] {
    return this.#making.siblings(card);
  }

  /** Looks at some notes again. @returns false where so many are otherwise that the shelf is to be put together anew */
  renew(keys: ReadonlySet<string>, progress: Records): boolean {
    // What notes hold has changed already, so the cards that were made of it are known by themselves alone.
    const known = (key: string) =>
      this.#making.isMadeHere(key) ? (this.#ofContent.get(key) ?? []) : this.cardsOf(key);
    const before = [...keys].map((key) => [key, known(key)] as const);
    this.#making = this.#newMaking(progress);
    const changed = before.flatMap(([key, old]) => {
      const cards = this.cardsOf(key);
      if (this.#making.isMadeHere(key)) this.#ofContent.set(key, cards);
      else this.#ofContent.delete(key);
      return isAlike(old, cards) ? [] : [{ old: old.map((card) => this.#cards.find(card.cardId) ?? card), cards }];
    });
    this.#all = null;
    this.#taught.clear();
    if (changed.length > MOST_ONE_BY_ONE) return false;
    for (const { old, cards } of changed) this.#cards.replace(old, cards);
    if (changed.length > 0) this.#list(progress);
    return true;
  }

  /** A deck without cards, in it or below, is not there, except one that the learner made or named. */
  #list(progress: Records): void {
    const isThere = ({ id, below }: DeckCourse) =>
      [id, ...below].some((each) => this.#cards.has(each)) || recordOf(progress, 'deck', id)?.name !== undefined;
    this.#courses = new Map([...this.places.courses].filter(([, deck]) => isThere(deck)));
    this.#all = null;
  }

  #inTaughtOrder(courseId: string): readonly DeckCard[] {
    const known = this.#taught.get(courseId);
    if (known) return known;
    const placed = this.#cards.of(courseId).map((card) => ({ card, at: placeInCourse(card, this.source) }));
    const cards = placed.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]).map(({ card }) => card);
    this.#taught.set(courseId, cards);
    return cards;
  }

  #newMaking(progress: Records): CardMaking {
    const { source, layers, standing, places } = this;
    return new CardMaking({
      ...{ source, layers, standing, places, learner: new LearnerNotes(progress.records) },
      noteOf: (key) => source.note(key, layers, standing),
      standOf: (key) => source.noteStand(key),
      isMadeAnew: ({ pack }) =>
        [...pack.types.values()].some((type) => !makesTheSame(type, source.types.find(type.id, type))),
    });
  }
}

/** Numbers of the lesson and the section that a card of a course stands in. */
function placeInCourse({ cardId, course }: DeckCard, source: ShelfSource): readonly [number, number] {
  const stand = isOwnCourse(course) ? course.stand(source.noteStand(noteKeyOfCard(cardId))) : null;
  return stand ? [stand.lesson.number, stand.lesson.sections.indexOf(stand.section)] : [0, 0];
}

const isAlike = (some: readonly DeckCard[], others: readonly DeckCard[]): boolean =>
  some.length === others.length &&
  some.every(({ cardId, course, kind }, i) => {
    const other = others[i]!;
    return cardId === other.cardId && course === other.course && kind === other.kind;
  });
