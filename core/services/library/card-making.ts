import type { CardId } from '../../domain/ids.ts';
import { cardIdOfNote, noteKeyOfCard } from './card-ids.ts';
import { cardRange } from './card-range.ts';
import { PackCard, WrittenCard, type CardSource, type DeckCard, type LayerCards } from './deck-card.ts';
import type { DeckPlaces } from './deck-places.ts';
import type { Layer } from './layers.ts';
import type { LearnerNotes } from './learner-notes.ts';
import { isOwnCourse, type LibraryCourse, type NoteStand } from './own-course.ts';
import type { LibraryNote } from './library-note.ts';
import type { NotePlace, StandingNotes } from './standing-notes.ts';
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

/** Cards that are told at once. */
const GROUP = 500;

/** Some of the cards. */
interface Made {
  readonly cards: readonly DeckCard[];
  /** Of those of a note that would be otherwise than its pack has them: its name. */
  readonly key?: string;
}

/** Which cards there are, and the decks they lie in. */
export class CardMaking {
  readonly #decks: readonly (readonly (LibraryCourse | undefined)[])[];
  readonly #madeAnew: readonly boolean[];
  readonly #layers: readonly LayerCards[];

  constructor(private readonly making: Making) {
    const { layers, places, source } = making;
    this.#decks = places.ofLayers.map((ids) => ids.map((id) => places.find(id)));
    this.#madeAnew = layers.map(making.isMadeAnew);
    this.#layers = layers.map(({ pack: { columns } }, layer) => ({ source, layer, columns }));
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
  *all(): Generator<Made> {
    const { layers, standing, learner } = this.making;
    const touched = this.#touched();
    for (const layer of layers.keys()) yield* this.#ofLayer(layer, touched[layer]!);
    const own = [...learner.made].filter(([key]) => !standing.find(key));
    for (const [key] of own.sort(([a, at], [b, other]) => at - other || (a < b ? -1 : 1)))
      yield { cards: this.#ofContent(key), key };
  }

  /** @param key of any note: of one that is not there, or is in no deck, there are none */
  ofNote(key: string): readonly DeckCard[] {
    const place = this.making.standing.find(key);
    if (!place) return this.making.learner.made.has(key) ? this.#ofContent(key) : [];
    return this.#ofPack(place);
  }

  /** The other cards of a card's note. Asked of every card of a day, so what its pack says is read where it stands. */
  siblings(card: DeckCard): readonly CardId[] {
    const { cardId } = card;
    if (!(card instanceof PackCard))
      return this.ofNote(noteKeyOfCard(cardId)).flatMap((other) => (other.cardId === cardId ? [] : [other.cardId]));
    const { note, ordinal } = this.#layers[card.layer]!.columns;
    const { place } = card;
    const at = note[place]!;
    if (note[place - 1] !== at && note[place + 1] !== at) return NO_SIBLINGS;
    const key = noteKeyOfCard(cardId);
    const [from, to] = cardRange(note, at);
    const all = Array.from(ordinal.subarray(from, to), (other) => cardIdOfNote(key, other));
    return all.filter((other) => other !== cardId);
  }

  /** Of each layer 1 for each note that the learner did something with. */
  #touched(): readonly Uint8Array[] {
    const { layers, standing, learner } = this.making;
    const touched = layers.map(({ pack }) => new Uint8Array(pack.notes));
    for (const keys of [learner.written, learner.removed, learner.moved.keys()])
      for (const key of keys) {
        const at = standing.find(key);
        if (at) touched[at.layer]![at.note] = 1;
      }
    return touched;
  }

  *#ofLayer(layer: number, touched: Uint8Array): Generator<Made> {
    const { standing } = this.making;
    const of = this.#layers[layer]!;
    const { keys, note, deck } = of.columns;
    const decks = this.#decks[layer]!;
    let cards: DeckCard[] = [];
    for (let place = 0; place < note.length; place++) {
      const at = note[place]!;
      const isFirst = note[place - 1] !== at;
      if (isFirst && cards.length >= GROUP) {
        yield { cards };
        cards = [];
      }
      if (!standing.counts(layer, at)) continue;
      if (touched[at] === 0 && !this.#madeAnew[layer]) {
        const course = decks[deck[place]!];
        if (course) cards.push(new PackCard(of, place, course));
      } else if (isFirst) {
        yield { cards };
        cards = [];
        const key = keys.at(at);
        const own = this.#ofPack({ layer, note: at });
        yield this.isMadeHere(key) ? { cards: own, key } : { cards: own };
      }
    }
    yield { cards };
  }

  #ofPack(at: NotePlace): readonly DeckCard[] {
    const { standing, learner } = this.making;
    const { layer, note } = at;
    const of = this.#layers[layer]!;
    const { keys, ordinal, deck } = of.columns;
    const key = keys.at(note);
    if (!standing.counts(layer, note)) return [];
    const decks = this.#decks[layer]!;
    const [from, to] = cardRange(of.columns.note, note);
    if (learner.written.has(key) || this.#madeAnew[layer]) {
      const came = new Map<number, LibraryCourse | undefined>();
      for (let place = from; place < to; place++) came.set(ordinal[place]!, decks[deck[place]!]);
      return this.#ofContent(key, at, came);
    }
    if (learner.removed.has(key)) return [];
    const moved = this.#moved(key);
    const cards: DeckCard[] = [];
    for (let place = from; place < to; place++) {
      const course = moved ?? decks[deck[place]!];
      if (course) cards.push(new PackCard(of, place, course));
    }
    return cards;
  }

  /** @param came decks of the cards it came with, by their ordinals */
  #ofContent(
    key: string,
    at = MADE_HERE,
    came: ReadonlyMap<number, LibraryCourse | undefined> = new Map(),
  ): DeckCard[] {
    const { noteOf, learner, source } = this.making;
    if (learner.removed.has(key)) return [];
    const moved = this.#moved(key);
    const first = [...came.values()].find((course) => course);
    const { content, type, tags } = noteOf(key);
    return cardsOfContent(content, type, tags).flatMap(({ ordinal, kind }) => {
      const course = moved ?? came.get(ordinal) ?? first;
      return course ? [new WrittenCard(source, cardIdOfNote(key, ordinal), course, kind, at)] : [];
    });
  }

  #moved(key: string): LibraryCourse | undefined {
    const course = this.making.places.find(this.making.learner.moved.get(key));
    // What stood in a lesson that is gone went with it.
    return course && isOwnCourse(course) && !course.stand(this.making.standOf(key)) ? undefined : course;
  }
}
