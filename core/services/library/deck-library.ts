import type { Course } from '../../domain/course.ts';
import { AppError } from '../../domain/errors.ts';
import { recordOf } from '../../domain/history/records.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Files } from '../disk/files.ts';
import { inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import { noteKeyOfCard } from './card-ids.ts';
import type { CardSource, DeckCard } from './deck-card.ts';
import type { DeckCourse } from './deck-course.ts';
import { importsIn, type Layer } from './layers.ts';
import { LearnerNotes } from './learner-notes.ts';
import { mediumOf, type LibraryNote } from './library-note.ts';
import { NoteTypes } from './note-types.ts';
import type { LibraryCourse, NoteStand } from './own-course.ts';
import { OwnCourses } from './own-courses.ts';
import { Pack } from './pack.ts';
import { coursePack, taughtCourses } from './taught-courses.ts';
import type { PackMedia } from './pack-lines.ts';
import { RecordChanges, type LibraryChange } from './record-changes.ts';
import { Shelf } from './shelf.ts';
import type { NotePlace } from './standing-notes.ts';
import { writtenContent } from './written-notes.ts';

/** The decks that were brought in or made: packs as layers, and over them what the learner made and changed. */
export class DeckLibrary implements CardSource {
  readonly types: NoteTypes;
  /** The courses that the learner made. */
  readonly own: OwnCourses;
  readonly #changes = new RecordChanges();
  readonly #turn = createTurns();
  #packs = new Map<string, Pack>();
  #shelf: Shelf;
  /** Packs of the shelf that is being put together. */
  #coming: readonly Layer[] | null = null;
  #version = 0;
  #packsVersion = 0;
  #taught: readonly Course[] = [];
  /** Packs that can not be read now, with why: their cards wait, and nothing of them is lost. */
  #damaged = new Map<string, AppError>();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {
    this.types = new NoteTypes(progress, () => this.#coming ?? this.layers);
    this.own = new OwnCourses(progress, this);
    this.#shelf = Shelf.empty(this);
  }

  get version(): number {
    return this.#version;
  }

  /** Another number where other packs count. */
  get packsVersion(): number {
    return this.#packsVersion;
  }

  /** The courses that the learner made, then the decks. */
  get courses(): readonly LibraryCourse[] {
    return [...this.own.all, ...this.decks];
  }

  /** Each behind the one it lies below. */
  get decks(): readonly DeckCourse[] {
    return [...this.#shelf.courses.values()];
  }

  get layers(): readonly Layer[] {
    return this.#shelf.layers;
  }

  /** Courses that were brought in: of several of one id the one that was taken in last. One that the learner made goes before. */
  get taught(): readonly Course[] {
    return this.#taught;
  }

  /** The pack that a course was brought in with. */
  packOfCourse(courseId: string): Pack | undefined {
    return coursePack(this.layers, courseId);
  }

  get damaged(): ReadonlyMap<string, AppError> {
    return this.#damaged;
  }

  /** In the order new ones are learned; of one deck with those below it. */
  cards(deckId?: string): readonly DeckCard[] {
    return this.#shelf.cards(deckId);
  }

  find(cardId: CardId): DeckCard | undefined {
    return this.#shelf.find(cardId);
  }

  /** @throws AppError `not-found` */
  deck(deckId: string): DeckCourse {
    const deck = this.#shelf.courses.get(deckId);
    if (!deck) throw new AppError('not-found', `no deck ${deckId}`, { what: 'course', id: deckId });
    return deck;
  }

  /** A deck, or a course that the learner made. @throws AppError `not-found` */
  home(id: string): LibraryCourse {
    return this.own.find(id) ?? this.deck(id);
  }

  /** Where a note stands in its course, as its record says. */
  noteStand(key: string): NoteStand {
    const { lesson, section } = recordOf(this.progress(), 'note', key) ?? {};
    return { lesson, section };
  }

  standOf(cardId: CardId): NoteStand {
    return this.noteStand(noteKeyOfCard(cardId));
  }

  /** Takes up what the records say now; until that is done everything is as it was. Cheap where nothing has changed. */
  refresh(): Promise<void> {
    return this.#turn(async () => {
      const change = this.#changes.since(this.progress().records);
      const isAll = change === 'all' || this.#damaged.size > 0;
      if (!isAll && change.notes.size + change.courses.size === 0) return;
      if (isAll || change.courses.size > 0) await this.own.renew();
      if (isAll || !this.#shelf.renew(this.#notesOf(change), this.progress())) {
        const layers = isAll ? await this.#openLayers() : this.layers;
        this.#coming = layers;
        this.#shelf = await inSlices(Shelf.of(this, layers, this.progress())).finally(() => (this.#coming = null));
      }
      if (isAll) this.#taught = taughtCourses(this.layers);
      this.#version += 1;
    });
  }

  /** Closes the files of the packs; what is read later opens them again. */
  close(): void {
    for (const pack of this.#packs.values()) pack.close();
  }

  /** A note with what the learner changed in it. @throws AppError `data-corrupt`, `not-found` */
  note(key: string, layers = this.#shelf.layers, standing = this.#shelf.standing): LibraryNote {
    const record = recordOf(this.progress(), 'note', key);
    const place = standing.find(key);
    const pack = place && layers[place.layer]!.pack;
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
    yield* this.#shelf.standing.keys();
    const { made, removed } = new LearnerNotes(this.progress().records);
    for (const key of made.keys()) if (!this.#shelf.standing.find(key) && !removed.has(key)) yield key;
  }

  /** The file that a name in a note stands for. */
  medium({ pack }: Pick<LibraryNote, 'pack'>, name: string): PackMedia | undefined {
    return mediumOf(this.progress(), pack, name);
  }

  /** Of the pack that has the note as it counts: its hash, and when it changed the note; '' where it was made here; undefined where it is not there. */
  standing(key: string): { readonly sha256: string; readonly modifiedAt: number } | undefined {
    const place = this.#shelf.standing.find(key);
    if (place) {
      const { sha256, columns } = this.layers[place.layer]!.pack;
      return { sha256, modifiedAt: columns.modifiedAt[place.note]! };
    }
    const { type, editedAt, createdAt = 0 } = recordOf(this.progress(), 'note', key) ?? {};
    return type === undefined ? undefined : { sha256: '', modifiedAt: editedAt ?? createdAt };
  }

  /** Where in the packs the note stands that counts; undefined for one that was made here. */
  placeOf(key: string): NotePlace | undefined {
    return this.#shelf.standing.find(key);
  }

  noteOf(cardId: CardId): LibraryNote {
    return this.note(noteKeyOfCard(cardId));
  }

  /** Of a note, those that lie in a deck. */
  cardsOf(key: string): readonly DeckCard[] {
    return this.#shelf.cardsOf(key);
  }

  siblings(card: DeckCard): readonly CardId[] {
    return this.#shelf.siblings(card);
  }

  /** Those that changed, and those of courses that did: their lessons may have come or gone. */
  #notesOf({ notes, courses }: Exclude<LibraryChange, 'all'>): ReadonlySet<string> {
    if (courses.size === 0) return notes;
    const { moved } = new LearnerNotes(this.progress().records);
    return new Set([...notes, ...[...moved].flatMap(([key, deck]) => (courses.has(deck) ? [key] : []))]);
  }

  async #openLayers(): Promise<Layer[]> {
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
    for (const [sha256, pack] of this.#packs) if (!packs.has(sha256)) pack.close();
    this.#packs = packs;
    this.#packsVersion += 1;
    return layers;
  }
}
