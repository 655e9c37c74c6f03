import { contains, type Needle } from '../../domain/text/needle.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { inSlices } from '../jobs/slices.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { DeckCard } from '../library/deck-card.ts';

/** Finds cards by what is written in them. */
export interface TextFinder {
  /** Once before a look: what was changed since is taken up. */
  ready(): Promise<void>;
  matching(needle: Needle): (card: CatalogCard) => boolean;
}

/** The plain way: the texts of all cards, looked through one by one. */
export class PlainTexts implements TextFinder {
  #forms = new Map<string, string>();

  constructor(
    private readonly catalog: Pick<Catalog, 'cards'>,
    private readonly library: Pick<DeckLibrary, 'note'>,
  ) {}

  async ready(): Promise<void> {
    const forms = new Map<string, string>();
    const { catalog, library } = this;
    await inSlices(
      (function* () {
        for (const card of catalog.cards({})) {
          forms.set(card.cardId, searchForm(textsOf(card, library).join('\n')));
          yield;
        }
      })(),
    );
    this.#forms = forms;
  }

  matching(needle: Needle): (card: CatalogCard) => boolean {
    return ({ cardId }) => contains(this.#forms.get(cardId) ?? '', needle);
  }
}

function textsOf(card: CatalogCard, library: Pick<DeckLibrary, 'note'>): string[] {
  if (card instanceof DeckCard) {
    const { content } = library.note(noteKeyOfCard(card.cardId));
    if (content.kind === 'fields') return content.fields.map(plainText);
  }
  const { prompt, explanation } = card.question;
  return [prompt.th, prompt.en, explanation.th, explanation.en];
}
