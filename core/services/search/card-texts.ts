import { questionTexts } from '../../domain/note/question-texts.ts';
import { contains, type Needle } from '../../domain/text/needle.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { EditedTexts } from './edited-texts.ts';
import { formsOf } from './note-texts.ts';
import type { PackIndexes } from './pack-indexes.ts';

/** The texts of all cards, decks' and courses', as searches compare them: which hold what is looked for. */
export class CardTexts {
  /** Forms of the questions of compiled courses, by their cards. */
  readonly #questions = new Map<string, readonly string[]>();
  #taught: Catalog['taught'] | null = null;
  #version = 0;
  #isStale = true;
  #libraryVersion = -1;
  #coming: Promise<void> | null = null;
  /** Of the library, when it was looked at last: what comes in while the app runs is made ready at once. */
  #seen: number;

  constructor(
    private readonly catalog: Catalog,
    private readonly library: DeckLibrary,
    readonly indexes: PackIndexes,
    readonly edited: EditedTexts,
  ) {
    this.#seen = library.version;
  }

  /** Another number when any text has changed. */
  get version(): number {
    return this.#version;
  }

  /** Something was done that may have changed a text: it is looked at before the next search. */
  refresh(): void {
    this.#isStale = true;
    if (this.#seen === this.library.version) return;
    this.#seen = this.library.version;
    // Who searches next hears of what fails.
    this.ready().catch(() => undefined);
  }

  /** Resolves when every text can be searched, as it is now. @throws AppError `data-corrupt` where a pack can not be read */
  async ready(): Promise<void> {
    while (this.#isStale || this.#libraryVersion !== this.library.version) {
      this.#coming ??= this.#takeUp().finally(() => (this.#coming = null));
      await this.#coming;
    }
  }

  /** Which cards hold it; `ready` comes first. */
  matching(needle: Needle): (card: CatalogCard) => boolean {
    const { layers } = this.library;
    const found = layers.map(({ pack }) => this.indexes.get(pack.sha256)?.find(needle));
    const edited = this.edited.find(needle);
    return (card) => {
      if (!(card instanceof DeckCard)) return this.#formsOfQuestion(card).some((form) => contains(form, needle));
      const key = noteKeyOfCard(card.cardId);
      if (this.edited.has(key)) return edited.has(key);
      return found[card.layer]?.has(card.note) ?? false;
    };
  }

  /** Forms of the fields of a card's note in their order; of a question of a course, of its texts. */
  fieldsOf(card: CatalogCard): readonly string[] {
    if (!(card instanceof DeckCard)) return this.#formsOfQuestion(card);
    const key = noteKeyOfCard(card.cardId);
    if (this.edited.has(key)) return this.edited.fields(key);
    const layer = this.library.layers[card.layer];
    return (layer && this.indexes.get(layer.pack.sha256)?.fields(card.note)) ?? [];
  }

  #formsOfQuestion(card: CatalogCard): readonly string[] {
    if (this.#taught !== this.catalog.taught) this.#questions.clear();
    this.#taught = this.catalog.taught;
    let forms = this.#questions.get(card.cardId);
    if (!forms)
      this.#questions.set(card.cardId, (forms = formsOf(questionTexts(this.catalog.card(card.cardId).question))));
    return forms;
  }

  async #takeUp(): Promise<void> {
    this.#isStale = false;
    const { version } = this.library;
    const packs = [...new Set(this.library.layers.map(({ pack }) => pack))];
    try {
      await this.indexes.bring(packs);
      await this.edited.refresh();
      if (this.#libraryVersion !== version) this.#version += 1;
      this.#libraryVersion = version;
    } catch (cause) {
      this.#isStale = true;
      throw cause;
    }
  }
}
