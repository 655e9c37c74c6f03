import { AppError } from '../../domain/errors.ts';
import { recordOf } from '../../domain/history/records.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Files } from '../disk/files.ts';
import { noteKeyOfCard } from './card-ids.ts';
import { CardMaking } from './card-making.ts';
import { DeckCards } from './deck-cards.ts';
import type { CardSource, DeckCard } from './deck-card.ts';
import type { DeckCourse } from './deck-course.ts';
import { deckPlaces, type DeckPlaces } from './deck-places.ts';
import { importsIn, StandingNotes, type Layer, type NotePlace } from './layers.ts';
import { LearnerNotes } from './learner-notes.ts';
import { mediumOf, type LibraryNote } from './library-note.ts';
import { NoteTypes } from './note-types.ts';
import { Pack } from './pack.ts';
import type { PackMedia } from './pack-lines.ts';
import { RecordChanges } from './record-changes.ts';
import { makesTheSame, writtenContent } from './written-notes.ts';

/** Of more notes than these all cards are put in order again. */
const MOST_ONE_BY_ONE = 50;

/** The decks that were brought in or made: packs as layers, and over them what the learner made and changed. */
export class DeckLibrary implements CardSource {
  readonly types: NoteTypes;
  readonly #changes = new RecordChanges();
  #layers: readonly Layer[] = [];
  #packs = new Map<string, Pack>();
  #standing = new StandingNotes([]);
  #places: DeckPlaces;
  #courses = new Map<string, DeckCourse>();
  #making: CardMaking;
  #cards = new DeckCards();
  /** Of notes whose cards are made of what they hold. */
  readonly #ofContent = new Map<string, readonly DeckCard[]>();
  #all: readonly DeckCard[] | null = null;
  #version = 0;
  #packsVersion = 0;
  /** Packs that can not be read now, with why: their cards wait, and nothing of them is lost. */
  #damaged = new Map<string, AppError>();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {
    this.types = new NoteTypes(progress, () => this.#layers);
    this.#places = deckPlaces({ records: new Map() }, []);
    this.#making = this.#newMaking();
  }

  get version(): number {
    return this.#version;
  }

  /** Another number where other packs count. */
  get packsVersion(): number {
    return this.#packsVersion;
  }

  /** Each behind the one it lies below. */
  get courses(): readonly DeckCourse[] {
    return [...this.#courses.values()];
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  get damaged(): ReadonlyMap<string, AppError> {
    return this.#damaged;
  }

  /** In the order new ones are learned; of one deck with those below it. */
  cards(deckId?: string): readonly DeckCard[] {
    if (deckId === undefined) return (this.#all ??= this.courses.flatMap(({ id }) => this.#cards.of(id)));
    const deck = this.#courses.get(deckId);
    if (!deck) return [];
    const own = this.#cards.of(deckId);
    return deck.below.length === 0 ? own : [own, ...deck.below.map((id) => this.#cards.of(id))].flat();
  }

  find(cardId: CardId): DeckCard | undefined {
    return this.#cards.find(cardId);
  }

  /** @throws AppError `not-found` */
  deck(deckId: string): DeckCourse {
    const deck = this.#courses.get(deckId);
    if (!deck) throw new AppError('not-found', `no deck ${deckId}`, { what: 'course', id: deckId });
    return deck;
  }

  /** Takes up what the records say now. Cheap where nothing has changed. */
  async refresh(): Promise<void> {
    const change = this.#changes.since(this.progress().records);
    if (change !== 'all' && change.size === 0 && this.#damaged.size === 0) return;
    if (change === 'all' || this.#damaged.size > 0) await this.#reopen();
    else this.#renew(change);
    this.#all = null;
    this.#version += 1;
  }

  /** A note with what the learner changed in it. @throws AppError `data-corrupt`, `not-found` */
  note(key: string): LibraryNote {
    const record = recordOf(this.progress(), 'note', key);
    const place = this.#standing.find(key);
    const pack = place && this.#layers[place.layer]!.pack;
    const original = place && pack!.note(place.note);
    const typeOf = (id: string) => this.types.find(id, pack?.types.get(id));
    const content =
      original || record?.type !== undefined
        ? writtenContent(this.progress(), key, original?.content, typeOf)
        : undefined;
    if (!content) throw new AppError('not-found', `no note ${key}`, { what: 'note', id: key });
    return {
      ...{ key, content, pack, original },
      tags: record?.tags ?? original?.tags ?? [],
      type: content.kind === 'fields' ? typeOf(content.typeId) : undefined,
      createdAt: original?.createdAt ?? record?.createdAt ?? 0,
      modifiedAt: Math.max(original?.modifiedAt ?? 0, record?.editedAt ?? record?.createdAt ?? 0),
    };
  }

  /** Of all notes that count, in no order. */
  *keys(): Generator<string> {
    yield* this.#standing.keys();
    const { made, removed } = new LearnerNotes(this.progress().records);
    for (const key of made.keys()) if (!this.#standing.find(key) && !removed.has(key)) yield key;
  }

  /** The file that a name in a note stands for. */
  medium({ pack }: Pick<LibraryNote, 'pack'>, name: string): PackMedia | undefined {
    return mediumOf(this.progress(), pack, name);
  }

  /** Of the pack that has the note as it counts: its hash, and when it changed the note; '' where it was made here; undefined where it is not there. */
  standing(key: string): { readonly sha256: string; readonly modifiedAt: number } | undefined {
    const place = this.#standing.find(key);
    if (place) {
      const { sha256, columns } = this.#layers[place.layer]!.pack;
      return { sha256, modifiedAt: columns.modifiedAt[place.note]! };
    }
    const { type, editedAt, createdAt = 0 } = recordOf(this.progress(), 'note', key) ?? {};
    return type === undefined ? undefined : { sha256: '', modifiedAt: editedAt ?? createdAt };
  }

  /** Where in the packs the note stands that counts; undefined for one that was made here. */
  placeOf(key: string): NotePlace | undefined {
    return this.#standing.find(key);
  }

  noteOf(cardId: CardId): LibraryNote {
    return this.note(noteKeyOfCard(cardId));
  }

  /** Of a note, those that lie in a deck. */
  cardsOf(key: string): readonly DeckCard[] {
    return this.#making.ofNote(key);
  }

  siblings({ cardId }: DeckCard): readonly CardId[] {
    return this.cardsOf(noteKeyOfCard(cardId)).flatMap((other) => (other.cardId === cardId ? [] : [other.cardId]));
  }

  async #reopen(): Promise<void> {
    const layers: Layer[] = [];
    const packs = new Map<string, Pack>();
    this.#damaged = new Map();
    for (const { id, pack: sha256, into, takenInAt } of importsIn(this.progress())) {
      try {
        const pack =
          packs.get(sha256) ?? this.#packs.get(sha256) ?? (await Pack.open(this.files, this.dataDir, sha256));
        packs.set(sha256, pack);
        layers.push({ id, pack, into, takenInAt });
      } catch (cause) {
        this.#damaged.set(
          sha256,
          cause instanceof AppError ? cause : new AppError('data-corrupt', 'a pack can not be read', {}, { cause }),
        );
      }
    }
    this.#packs = packs;
    this.#packsVersion += 1;
    this.#layers = layers;
    this.#standing = new StandingNotes(layers);
    this.#lay();
  }

  /** Looks at some notes again. */
  #renew(keys: ReadonlySet<string>): void {
    // What notes hold has changed already, so the cards that were made of it are known by themselves alone.
    const known = (key: string) =>
      this.#making.isOfContent(key) ? (this.#ofContent.get(key) ?? []) : this.cardsOf(key);
    const before = [...keys].map((key) => [key, known(key)] as const);
    this.#making = this.#newMaking();
    const changed = before.flatMap(([key, old]) => {
      const cards = this.cardsOf(key);
      if (this.#making.isOfContent(key)) this.#ofContent.set(key, cards);
      else this.#ofContent.delete(key);
      return isAlike(old, cards) ? [] : [{ old: old.map((card) => this.#cards.find(card.cardId) ?? card), cards }];
    });
    if (changed.length > MOST_ONE_BY_ONE) return this.#lay();
    for (const { old, cards } of changed) this.#cards.replace(old, cards);
    if (changed.length > 0) this.#list();
  }

  /** Puts all cards in order. */
  #lay(): void {
    this.#places = deckPlaces(this.progress(), this.#layers);
    this.#making = this.#newMaking();
    this.#cards = new DeckCards();
    this.#ofContent.clear();
    for (const cards of this.#making.all()) {
      for (const card of cards) this.#cards.add(card);
      const key = cards[0] && noteKeyOfCard(cards[0].cardId);
      if (key !== undefined && this.#making.isOfContent(key)) this.#ofContent.set(key, cards);
    }
    this.#list();
  }

  /** A deck without cards, in it or below, is not there, except one that the learner made or named. */
  #list(): void {
    const isThere = ({ id, below }: DeckCourse) =>
      [id, ...below].some((each) => this.#cards.has(each)) || recordOf(this.progress(), 'deck', id)?.name !== undefined;
    this.#courses = new Map([...this.#places.courses].filter(([, deck]) => isThere(deck)));
  }

  #newMaking(): CardMaking {
    const { types } = this;
    return new CardMaking({
      ...{ source: this, layers: this.#layers, standing: this.#standing, places: this.#places },
      learner: new LearnerNotes(this.progress().records),
      isMadeAnew: ({ pack }) => [...pack.types.values()].some((type) => !makesTheSame(type, types.find(type.id, type))),
    });
  }
}

const isAlike = (some: readonly DeckCard[], others: readonly DeckCard[]): boolean =>
  some.length === others.length &&
  some.every(({ cardId, course, kind }, i) => {
    const other = others[i]!;
    return cardId === other.cardId && course === other.course && kind === other.kind;
  });
