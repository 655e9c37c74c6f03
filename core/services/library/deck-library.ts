import { AppError } from '../../domain/errors.ts';
import { recordOf, recordsOf } from '../../domain/history/records.ts';
import type { CardId } from '../../domain/ids.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Files } from '../disk/files.ts';
import { inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import { cardIdOfNote, noteKeyOfCard } from './card-ids.ts';
import type { CardSource, DeckCard } from './deck-card.ts';
import type { DeckCourse } from './deck-course.ts';
import { importsIn, type Layer } from './layers.ts';
import type { PresentNote } from './note-question.ts';
import { Pack } from './pack.ts';
import type { PackNote } from './pack-lines.ts';
import { EMPTY_SHELF, shelving } from './shelf.ts';

/** What a deck's records and the imports make of the library; another text wherever another library comes of it. */
function signatureOf(progress: Pick<Progress, 'records'>): string {
  const decks = recordsOf(progress, 'deck').map(([id, { name, removed }]) => [id, name, removed]);
  const notes = recordsOf(progress, 'note').flatMap(([id, { removed }]) => (removed ? [id] : []));
  return JSON.stringify([importsIn(progress), decks, notes]);
}

/** The decks that were brought in or made: packs as layers, and over them what the learner changed. */
export class DeckLibrary implements CardSource {
  readonly #turn = createTurns();
  #signature = '';
  #shelf = EMPTY_SHELF;
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
    return [...this.#shelf.courses.values()];
  }

  get layers(): readonly Layer[] {
    return this.#shelf.layers;
  }

  get damaged(): ReadonlyMap<string, AppError> {
    return this.#damaged;
  }

  /** In the order new ones are learned; of one deck with those below it. */
  cards(deckId?: string): readonly DeckCard[] {
    const { cards, courses, byDeck } = this.#shelf;
    if (deckId === undefined) return cards;
    const deck = courses.get(deckId);
    if (!deck) return [];
    const own = byDeck.get(deckId) ?? [];
    return deck.below.length === 0 ? own : [own, ...deck.below.map((id) => byDeck.get(id) ?? [])].flat();
  }

  find(cardId: CardId): DeckCard | undefined {
    return this.#shelf.byId.get(cardId);
  }

  /** @throws AppError `not-found` */
  deck(deckId: string): DeckCourse {
    const deck = this.#shelf.courses.get(deckId);
    if (!deck) throw new AppError('not-found', `no deck ${deckId}`, { what: 'course', id: deckId });
    return deck;
  }

  /** Takes up what the records say now; until that is done everything is as it was. Cheap where nothing has changed. */
  refresh(): Promise<void> {
    return this.#turn(async () => {
      const signature = signatureOf(this.progress());
      if (signature === this.#signature) return;
      const layers = await this.#openLayers();
      this.#shelf = await inSlices(shelving(this, layers, this.progress()));
      this.#signature = signature;
      this.#version += 1;
    });
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
    this.#packs = packs;
    return layers;
  }

  /** A note with what the learner changed in it. @throws AppError `data-corrupt`, `not-found` */
  note(key: string): PresentNote & {
    readonly type: NoteType | undefined;
    readonly pack: Pack;
    /** As it came. */
    readonly original: PackNote;
  } {
    const { standing, layers } = this.#shelf;
    const place = standing.find(key);
    if (!place) throw new AppError('not-found', `no note ${key}`, { what: 'note', id: key });
    const { pack } = layers[place.layer]!;
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
    const { standing, layers } = this.#shelf;
    const place = standing.find(key);
    if (!place) return undefined;
    const { sha256, columns } = layers[place.layer]!.pack;
    return { sha256, modifiedAt: columns.modifiedAt[place.note]! };
  }

  noteOf(cardId: CardId) {
    return this.note(noteKeyOfCard(cardId));
  }

  siblings(card: DeckCard): readonly CardId[] {
    const [layer, at] = [this.#shelf.layers[card.layer]!, card.place];
    const { note, ordinal } = layer.pack.columns;
    const own = note[at]!;
    const key = layer.pack.columns.keys[own]!;
    const found: CardId[] = [];
    for (let i = at - 1; i >= 0 && note[i] === own; i--) found.push(cardIdOfNote(key, ordinal[i]!));
    for (let i = at + 1; i < note.length && note[i] === own; i++) found.push(cardIdOfNote(key, ordinal[i]!));
    return found;
  }
}
