import { AppError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/progress.ts';
import { contains, type Needle } from '../../domain/text/needle.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { inSlices } from '../jobs/slices.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { NoteRevisions } from './note-revisions.ts';

/** Finds cards by what is written in them. */
export interface TextFinder {
  /** Another number when any text has changed. */
  readonly version: number;
  /** Once before a look: what was changed since is taken up. */
  ready(): Promise<void>;
  /** Which cards hold it. */
  matching(needle: Needle): (card: CatalogCard) => boolean;
  /** Forms of the fields of a card's note in their places; of a question, of its texts. */
  fieldsOf(card: CatalogCard): readonly string[];
}

/** The plain way: the texts of all notes in memory, looked through one by one. */
export class PlainTexts implements TextFinder {
  readonly #forms = new Map<string, readonly string[]>();
  readonly #revisions = new NoteRevisions();
  #layers: DeckLibrary['layers'] | null = null;
  #libraryVersion = -1;
  #version = 0;

  constructor(
    private readonly catalog: Pick<Catalog, 'cards'>,
    private readonly library: Pick<DeckLibrary, 'note' | 'layers' | 'version'>,
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {}

  get version(): number {
    return this.#version;
  }

  async ready(): Promise<void> {
    const { version, layers } = this.library;
    if (version === this.#libraryVersion) return;
    if (layers !== this.#layers) this.#forms.clear();
    const before = new Map(this.#revisions.notes);
    this.#revisions.look(this.progress().records);
    for (const [key, revision] of this.#revisions.notes) if (before.get(key) !== revision) this.#forms.delete(key);
    await inSlices(this.#reading());
    [this.#libraryVersion, this.#layers] = [version, layers];
    this.#version += 1;
  }

  matching(needle: Needle): (card: CatalogCard) => boolean {
    return (card) => this.fieldsOf(card).some((form) => contains(form, needle));
  }

  fieldsOf(card: CatalogCard): readonly string[] {
    return this.#forms.get(keyOf(card)) ?? [];
  }

  *#reading(): Generator<undefined> {
    for (const card of this.catalog.cards({})) {
      const key = keyOf(card);
      if (this.#forms.has(key)) continue;
      this.#forms.set(key, this.#textsOf(card).map(searchForm));
      yield;
    }
  }

  #textsOf(card: CatalogCard): string[] {
    try {
      const content = card instanceof DeckCard ? this.library.note(keyOf(card)).content : null;
      if (content?.kind === 'fields') return content.fields.map(plainText);
      const { prompt, explanation } = card.question;
      return [prompt.th, prompt.en, explanation.th, explanation.en];
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'data-corrupt') return [];
      throw cause;
    }
  }
}

const keyOf = (card: CatalogCard): string => (card instanceof DeckCard ? noteKeyOfCard(card.cardId) : card.cardId);
