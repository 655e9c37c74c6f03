import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import { recordsOf } from '../../domain/history/records.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { NO_TYPE } from '../library/pack-columns.ts';
import { QUESTION_TYPE } from '../library/written-notes.ts';
import type { NoteRevisions } from './note-revisions.ts';
import { Places } from './places.ts';

/** The notes of all cards, a column a field, a row a note. A question of a course is a note of one card. */
export interface NoteColumns {
  /** Names of records: see `noteKeyOf`; of a question of a course its card's. */
  readonly keys: readonly string[];
  /** Epoch ms; NaN where nothing says so. */
  readonly createdAt: Float64Array;
  readonly editedAt: Float64Array;
  /** See `NoteRevisions`. */
  readonly revision: Uint32Array;
  /** Place in `types`, and in `tagSets`. */
  readonly type: Uint32Array;
  readonly tagSet: Uint32Array;
  readonly types: readonly NamedType[];
  /** The different lists of tags that notes have; the first is empty. */
  readonly tagSets: readonly (readonly string[])[];
}

/** What a note is called by: its note type, or its kind where it is a question of the app's own. */
interface NamedType {
  readonly name: string;
  readonly type: NoteType | undefined;
}

/** Place of the empty list of tags. */
const NO_TAGS = 0;

type TypeName = readonly [id: string, kind: string, type: NoteType | undefined];

/** Puts the notes of cards together, as they came; what the learner changed in them is laid over that each time it is asked for. */
export class NoteTable {
  readonly #keys: string[] = [];
  readonly #createdAt: number[] = [];
  readonly #editedAt: number[] = [];
  readonly #type: number[] = [];
  readonly #tagSet: number[] = [];
  readonly #types = new Places<TypeName>(([id, kind, type]) => (type ? id : kind));
  readonly #tagSets = new Places<readonly string[]>((tags) => tags.join(' '));
  /** By layer: of each note of its pack the number it has here, plus one. */
  readonly #numbers: readonly Uint32Array[];
  /** By layer, and place in its pack. */
  readonly #typesOf: readonly (readonly NoteType[])[];
  /** By layer, and place in its pack: the number here, plus one. */
  readonly #tagSetsOf: readonly Uint32Array[];
  readonly #made = new Map<string, number>();
  #byKey: Map<string, number> | null = null;

  constructor(private readonly library: Pick<DeckLibrary, 'layers' | 'types'>) {
    this.#numbers = library.layers.map(({ pack }) => new Uint32Array(pack.notes));
    this.#typesOf = library.layers.map(({ pack }) =>
      Array.from(pack.types.values(), (type) => library.types.find(type.id, type) ?? type),
    );
    this.#tagSetsOf = library.layers.map(({ pack }) => new Uint32Array(pack.columns.tagSets.length));
    this.#tagSets.of([]);
  }

  /** The number of a card's note; a new one where none of its cards was met before. */
  noteOf(card: CatalogCard): number {
    if (!(card instanceof DeckCard))
      return this.#add(card.cardId, NaN, NaN, this.#typeOfQuestion(card), this.#tagSets.of(card.question.tags ?? []));
    return card.layer < 0 ? this.#noteMade(card) : this.#noteThatCame(card);
  }

  /** As the notes are now. */
  columns(progress: Pick<Progress, 'records'>, revisions: NoteRevisions): NoteColumns {
    const columns = {
      ...{ keys: this.#keys, revision: new Uint32Array(this.#keys.length) },
      createdAt: Float64Array.from(this.#createdAt),
      editedAt: Float64Array.from(this.#editedAt),
      type: Uint32Array.from(this.#type),
      tagSet: Uint32Array.from(this.#tagSet),
    };
    for (const [key, { type, tags, createdAt, editedAt }] of recordsOf(progress, 'note')) {
      const number = this.#numberOf(key);
      if (number === undefined) continue;
      if (tags) columns.tagSet[number] = this.#tagSets.of(tags);
      if (type !== undefined && type !== QUESTION_TYPE)
        columns.type[number] = this.#types.of([type, type, this.library.types.find(type)]);
      if (createdAt !== undefined && Number.isNaN(columns.createdAt[number])) columns.createdAt[number] = createdAt;
      const at = editedAt ?? createdAt;
      if (at !== undefined && !(columns.editedAt[number]! >= at)) columns.editedAt[number] = at;
    }
    for (const [key, revision] of revisions.notes) {
      const number = this.#numberOf(key);
      if (number !== undefined) columns.revision[number] = revision;
    }
    const types = this.#types.values.map(([, kind, type]) => ({ name: type?.name ?? kind, type }));
    return { ...columns, types, tagSets: this.#tagSets.values };
  }

  #noteThatCame(card: DeckCard): number {
    const { columns } = this.library.layers[card.layer]!.pack;
    const numbers = this.#numbers[card.layer]!;
    const place = card.note;
    if (numbers[place] === 0) {
      const type = columns.type[place]!;
      const named = type === NO_TYPE ? undefined : this.#typesOf[card.layer]![type];
      const number = this.#add(
        columns.keys.at(place),
        // Files that do not say when hold 0.
        columns.createdAt[place] || NaN,
        columns.modifiedAt[place] || NaN,
        this.#types.of([`${card.layer}/${named?.id ?? QUESTION_TYPE}`, card.kind, named]),
        this.#tagSetThatCame(card.layer, columns.tagSet[place]!),
      );
      numbers[place] = number + 1;
    }
    return numbers[place]! - 1;
  }

  /** What its records say is laid over it. */
  #noteMade(card: DeckCard): number {
    const key = noteKeyOfCard(card.cardId);
    const number = this.#made.get(key) ?? this.#add(key, NaN, NaN, this.#typeOfQuestion(card));
    this.#made.set(key, number);
    return number;
  }

  #numberOf(key: string): number | undefined {
    this.#byKey ??= new Map(this.#keys.map((each, number) => [each, number]));
    return this.#byKey.get(key);
  }

  #typeOfQuestion({ kind }: CatalogCard): number {
    return this.#types.of([QUESTION_TYPE, kind, undefined]);
  }

  /** Tags are looked at once for all notes of a pack that have them. */
  #tagSetThatCame(layer: number, place: number): number {
    const numbers = this.#tagSetsOf[layer]!;
    if (numbers[place] === 0)
      numbers[place] = this.#tagSets.of(this.library.layers[layer]!.pack.columns.tagSets[place]!) + 1;
    return numbers[place]! - 1;
  }

  /** @param type place in `types` @param tagSet place in `tagSets` */
  #add(key: string, createdAt: number, editedAt: number, type: number, tagSet = NO_TAGS): number {
    this.#createdAt.push(createdAt);
    this.#editedAt.push(editedAt);
    this.#type.push(type);
    this.#tagSet.push(tagSet);
    return this.#keys.push(key) - 1;
  }
}
