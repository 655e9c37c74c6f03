import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import type { CardId } from '../../domain/ids.ts';
import { cardIdOfNote, noteKeyOfCard } from './card-ids.ts';
import { DeckCard, type CardSource } from './deck-card.ts';
import type { DeckPlaces } from './deck-places.ts';
import type { Layer, NotePlace, StandingNotes } from './layers.ts';
import type { LearnerNotes } from './learner-notes.ts';
import { isOwnCourse, type LibraryCourse, type NoteStand } from './own-course.ts';
import type { LibraryNote } from './library-note.ts';
import { cardsOfContent } from './written-notes.ts';

const MADE_HERE: NotePlace = { layer: -1, note: -1 };
const NO_SIBLINGS: readonly CardId[] = [];

interface Making {
  readonly source: CardSource;
  readonly noteOf: (key: string) => LibraryNote;
  readonly standOf: (key: string) => NoteStand;
  readonly layers: readonly Layer[];
  readonly standing: StandingNotes;
  readonly places: DeckPlaces;
  readonly learner: LearnerNotes;
  /** Did the learner change which cards a note type of a pack makes? */
  readonly isMadeAnew: (layer: Layer) => boolean;
}

/** Which cards there are, and the decks they lie in. */
export class CardMaking {
  readonly #decks: readonly (readonly (LibraryCourse | undefined)[])[];
  readonly #madeAnew: readonly boolean[];

  constructor(private readonly making: Making) {
    this.#decks = making.places.ofLayers.map((ids) => ids.map((id) => making.places.find(id)));
    this.#madeAnew = making.layers.map(making.isMadeAnew);
  }

  /** Are its cards made of what it holds now, and not as the pack has them? */
  isOfContent(key: string): boolean {
    const { standing, learner } = this.making;
    if (learner.written.has(key)) return true;
    const place = standing.find(key);
    return place !== undefined && this.#madeAnew[place.layer]!;
  }

  /** Would its cards be otherwise by now than they were made, by more than its pack? */
  isMadeHere(key: string): boolean {
    return this.isOfContent(key) || this.making.learner.moved.has(key);
  }

  /** The cards of one note after the other: as packs came, then what was made here, the oldest first. */
  *all(): Generator<readonly DeckCard[]> {
    const { layers, standing, learner } = this.making;
    for (const [layer, { pack }] of layers.entries()) {
      const { note } = pack.columns;
      for (let from = 0; from < note.length;) {
        let to = from + 1;
        while (note[to] === note[from]) to += 1;
        yield this.#ofPack(layer, note[from]!, from, to);
        from = to;
      }
    }
    const own = [...learner.made].filter(([key]) => !standing.find(key));
    for (const [key] of own.sort(([a, at], [b, other]) => at - other || (a < b ? -1 : 1))) yield this.#ofContent(key);
  }

  /** @param key of any note: of one that is not there, or is in no deck, there are none */
  ofNote(key: string): readonly DeckCard[] {
    const place = this.making.standing.find(key);
    if (!place) return this.making.learner.made.has(key) ? this.#ofContent(key) : [];
    const { note } = this.making.layers[place.layer]!.pack.columns;
    const from = firstAt(note, place.note);
    let to = from;
    while (note[to] === place.note) to += 1;
    return this.#ofPack(place.layer, place.note, from, to);
  }

  /** The other cards of a card's note. Asked of every card of a day, so what its pack says is read where it stands. */
  siblings({ cardId, layer, note: at }: DeckCard): readonly CardId[] {
    const { written } = this.making.learner;
    const isOfPack = layer >= 0 && !this.#madeAnew[layer];
    // Names are only taken apart where something depends on them.
    if (!isOfPack || (written.size > 0 && written.has(noteKeyOfCard(cardId))))
      return this.ofNote(noteKeyOfCard(cardId)).flatMap((other) => (other.cardId === cardId ? [] : [other.cardId]));
    const { note, ordinal } = this.making.layers[layer]!.pack.columns;
    const first = firstAt(note, at);
    if (note[first + 1] !== at) return NO_SIBLINGS;
    const key = noteKeyOfCard(cardId);
    const found: CardId[] = [];
    for (let place = first; note[place] === at; place++) {
      const other = cardIdOfNote(key, ordinal[place]!);
      if (other !== cardId) found.push(other);
    }
    return found;
  }

  /** @param from place of the note's first card in the pack @param to behind its last */
  #ofPack(layer: number, note: number, from: number, to: number): readonly DeckCard[] {
    const { layers, standing, learner } = this.making;
    const { keys, ordinal, deck, kind } = layers[layer]!.pack.columns;
    const key = keys[note]!;
    if (!standing.counts(key, layer, note)) return [];
    const decks = this.#decks[layer]!;
    if (learner.written.has(key) || this.#madeAnew[layer]) {
      const came = new Map<number, LibraryCourse | undefined>();
      for (let place = from; place < to; place++) came.set(ordinal[place]!, decks[deck[place]!]);
      return this.#ofContent(key, { layer, note }, came);
    }
    if (learner.removed.has(key)) return [];
    const moved = this.#moved(key);
    const cards: DeckCard[] = [];
    for (let place = from; place < to; place++) {
      const course = moved ?? decks[deck[place]!];
      if (course) cards.push(this.#card(key, ordinal[place]!, course, QUESTION_KINDS[kind[place]!]!, { layer, note }));
    }
    return cards;
  }

  /** @param came decks of the cards it came with, by their ordinals */
  #ofContent(
    key: string,
    at = MADE_HERE,
    came: ReadonlyMap<number, LibraryCourse | undefined> = new Map(),
  ): DeckCard[] {
    const { noteOf, learner } = this.making;
    if (learner.removed.has(key)) return [];
    const moved = this.#moved(key);
    const first = [...came.values()].find((course) => course);
    const { content, type, tags } = noteOf(key);
    return cardsOfContent(content, type, tags).flatMap(({ ordinal, kind }) => {
      const course = moved ?? came.get(ordinal) ?? first;
      return course ? [this.#card(key, ordinal, course, kind, at)] : [];
    });
  }

  #moved(key: string): LibraryCourse | undefined {
    const course = this.making.places.find(this.making.learner.moved.get(key));
    // What stood in a lesson that is gone went with it.
    return course && isOwnCourse(course) && !course.stand(this.making.standOf(key)) ? undefined : course;
  }

  #card(key: string, ordinal: number, course: LibraryCourse, kind: Question['kind'], at: NotePlace): DeckCard {
    return new DeckCard(this.making.source, cardIdOfNote(key, ordinal), course, kind, at.layer, at.note);
  }
}

/** The first place that holds a number, of numbers that ascend; behind the last smaller one where none does. */
function firstAt(numbers: Uint32Array, wanted: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
