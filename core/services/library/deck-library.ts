import { AppError } from '../../domain/errors.ts';
import { recordOf, recordsOf } from '../../domain/history/records.ts';
import type { CardId } from '../../domain/ids.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import { QUESTION_KINDS } from '../../domain/question.ts';
import type { Files } from '../disk/files.ts';
import { cardIdOfNote, deckIdOf, noteKeyOfCard } from './card-ids.ts';
import { DeckCard, type CardSource } from './deck-card.ts';
import { deckCourses, type DeckCourse } from './deck-course.ts';
import { importsIn, StandingNotes, type Layer } from './layers.ts';
import type { PresentNote } from './note-question.ts';
import { Pack } from './pack.ts';
import type { PackNote } from './pack-lines.ts';

/** What a deck's records and the imports make of the library; another text wherever another library comes of it. */
function signatureOf(progress: Pick<Progress, 'records'>): string {
  const decks = recordsOf(progress, 'deck').map(([id, { name, removed }]) => [id, name, removed]);
  const notes = recordsOf(progress, 'note').flatMap(([id, { removed }]) => (removed ? [id] : []));
  return JSON.stringify([importsIn(progress), decks, notes]);
}

/** The decks that were brought in or made: packs as layers, and over them what the learner changed. */
export class DeckLibrary implements CardSource {
  #signature = '';
  #layers: readonly Layer[] = [];
  #courses = new Map<string, DeckCourse>();
  #list: readonly DeckCourse[] = [];
  #cards: readonly DeckCard[] = [];
  #byDeck = new Map<string, DeckCard[]>();
  #byId = new Map<CardId, DeckCard>();
  #standing = new StandingNotes([]);
  #packs = new Map<string, Pack>();
  #version = 0;
  /** Packs that can not be read now, with why: their cards wait, and nothing of them is lost. */
  #damaged = new Map<string, AppError>();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {}

  get version(): number {
    return this.#version;
  }

  /** Each behind the one it lies below. */
  get courses(): readonly DeckCourse[] {
    return this.#list;
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  get damaged(): ReadonlyMap<string, AppError> {
    return this.#damaged;
  }

  /** In the order new ones are learned; of one deck with those below it. */
  cards(deckId?: string): readonly DeckCard[] {
    if (deckId === undefined) return this.#cards;
    const deck = this.#courses.get(deckId);
    if (!deck) return [];
    const own = this.#byDeck.get(deckId) ?? [];
    return deck.below.length === 0 ? own : [own, ...deck.below.map((id) => this.#byDeck.get(id) ?? [])].flat();
  }

  find(cardId: CardId): DeckCard | undefined {
    return this.#byId.get(cardId);
  }

  /** @throws AppError `not-found` */
  deck(deckId: string): DeckCourse {
    const deck = this.#courses.get(deckId);
    if (!deck) throw new AppError('not-found', `no deck ${deckId}`, { what: 'course', id: deckId });
    return deck;
  }

  /** Takes up what the records say now. Cheap where nothing has changed. */
  async refresh(): Promise<void> {
    const signature = signatureOf(this.progress());
    if (signature === this.#signature) return;
    const imports = importsIn(this.progress());
    const layers: Layer[] = [];
    const packs = new Map<string, Pack>();
    this.#damaged = new Map();
    for (const { id, pack: sha256, into, takenInAt } of imports) {
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
    this.#layers = layers;
    this.#build();
    this.#signature = signature;
    this.#version += 1;
  }

  /** A note with what the learner changed in it. @throws AppError `data-corrupt`, `not-found` */
  note(key: string): PresentNote & {
    readonly type: NoteType | undefined;
    readonly pack: Pack;
    /** As it came. */
    readonly original: PackNote;
  } {
    const place = this.#standing.find(key);
    if (!place) throw new AppError('not-found', `no note ${key}`, { what: 'note', id: key });
    const { pack } = this.#layers[place.layer]!;
    const original = pack.note(place.note);
    const { content, tags } = original;
    const changed = recordOf(this.progress(), 'note', key)?.tags ?? tags;
    const type = content.kind === 'fields' ? pack.types.get(content.typeId) : undefined;
    if (content.kind !== 'fields') return { key, content, tags: changed, type, pack, original };
    const fields = content.fields.map(
      (text, i) => recordOf(this.progress(), 'note-field', `${key}/${i}`)?.text ?? text,
    );
    return { key, content: { ...content, fields }, tags: changed, type, pack, original };
  }

  /** Of the pack that has the note as it counts: its hash, and when it changed the note; undefined where no pack has it. */
  standing(key: string): { readonly sha256: string; readonly modifiedAt: number } | undefined {
    const place = this.#standing.find(key);
    if (!place) return undefined;
    const { sha256, columns } = this.#layers[place.layer]!.pack;
    return { sha256, modifiedAt: columns.modifiedAt[place.note]! };
  }

  noteOf(cardId: CardId) {
    return this.note(noteKeyOfCard(cardId));
  }

  siblings(card: DeckCard): readonly CardId[] {
    const [layer, at] = [this.#layers[card.layer]!, card.place];
    const { note, ordinal } = layer.pack.columns;
    const own = note[at]!;
    const key = layer.pack.columns.keys[own]!;
    const found: CardId[] = [];
    for (let i = at - 1; i >= 0 && note[i] === own; i--) found.push(cardIdOfNote(key, ordinal[i]!));
    for (let i = at + 1; i < note.length && note[i] === own; i++) found.push(cardIdOfNote(key, ordinal[i]!));
    return found;
  }

  #build(): void {
    const progress = this.progress();
    const names = new Map<string, string>();
    const gone = new Set<string>();
    for (const [id, { name, removed }] of recordsOf(progress, 'deck')) {
      if (removed) gone.add(id);
      else if (name !== undefined) names.set(id, name);
    }
    // Of each layer the decks its cards lie in, as they are called now.
    const decksOf = this.#layers.map(({ pack, into }) =>
      pack.decks.map(({ name }) => {
        const id = deckIdOf(into ?? name);
        if (!names.has(id) && !gone.has(id)) names.set(id, into ?? name);
        return id;
      }),
    );
    this.#courses = deckCourses(names, deckIdOf);
    const removed = new Set(recordsOf(progress, 'note').flatMap(([id, note]) => (note.removed ? [id] : [])));
    this.#standing = new StandingNotes(this.#layers);
    const byName = new Map([...this.#courses.values()].map((deck) => [deck.name, deck]));
    this.#byDeck = new Map();
    this.#byId = new Map();
    for (const [at, { pack }] of this.#layers.entries()) {
      const { keys, note, ordinal, deck, kind } = pack.columns;
      for (let place = 0; place < note.length; place++) {
        const key = keys[note[place]!]!;
        if (removed.has(key) || !this.#standing.counts(key, at, note[place]!)) continue;
        const id = decksOf[at]![deck[place]!];
        const course = id === undefined || gone.has(id) ? undefined : byName.get(names.get(id) ?? '');
        if (!course) continue;
        const cardId = cardIdOfNote(key, ordinal[place]!);
        const card = new DeckCard(this, cardId, course, QUESTION_KINDS[kind[place]!]!, at, place);
        const list = this.#byDeck.get(course.id);
        if (list) list.push(card);
        else this.#byDeck.set(course.id, [card]);
        this.#byId.set(cardId, card);
      }
    }
    // A deck without cards, in it or below, is not there, except one that the learner made or named.
    const isThere = ({ id, below }: DeckCourse) =>
      [id, ...below].some((each) => this.#byDeck.has(each)) || recordOf(progress, 'deck', id)?.name !== undefined;
    this.#list = [...this.#courses.values()].filter(isThere);
    this.#courses = new Map(this.#list.map((deck) => [deck.id, deck]));
    this.#cards = this.#list.flatMap(({ id }) => this.#byDeck.get(id) ?? []);
  }
}
