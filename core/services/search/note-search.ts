import { AppError } from '../../domain/errors.ts';
import type { TypedQuery } from '../../domain/text/needle.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardTexts } from './card-texts.ts';
import { DocumentSet } from './document-set.ts';
import { shownTexts, type Hit } from './hits.ts';
import { noteTexts } from './note-texts.ts';
import { RANKS, rankOf } from '../../domain/text/ranking.ts';
import type { TextIndex } from './text-index.ts';

/** A note that was found: how well, and its first card. */
interface FoundNote {
  readonly rank: number;
  readonly key: string;
  readonly card: DeckCard;
}

/** Looks for words in the notes of decks: in their packs by index, and in those that were changed as they are now. */
export class NoteSearch {
  /** Of each layer the notes that have a card in a deck. */
  #present: readonly DocumentSet[] = [];
  #version = -1;

  constructor(
    private readonly library: DeckLibrary,
    private readonly texts: CardTexts,
  ) {}

  find(query: TypedQuery, limit: number): { best: number; total: number; hits: Hit[] } | null {
    const found = [...this.#edited(query)];
    let total = found.length;
    const present = this.#notesPresent();
    for (const [layer, { pack }] of this.library.layers.entries()) {
      const index = this.texts.indexes.get(pack.sha256);
      if (!index) continue;
      const notes = query.words.reduce((some, word) => some.and(index.find(word)), present[layer]!);
      const count = notes.count;
      total += count;
      if (count > 0) found.push(...this.#best(layer, index, notes, query, limit));
    }
    const best = found.sort((a, b) => a.rank - b.rank).slice(0, limit);
    return best.length === 0
      ? null
      : { best: best[0]!.rank, total, hits: best.flatMap((one) => this.#hit(one, query)) };
  }

  /** The best of a layer's notes: those with a field that is what was typed, then that begins so, then those that hold it together. */
  *#best(
    layer: number,
    index: TextIndex,
    notes: DocumentSet,
    { phrase, words }: TypedQuery,
    limit: number,
  ): Generator<FoundNote> {
    const { columns } = this.library.layers[layer]!.pack;
    const tiers = [
      [RANKS.equal, () => index.fieldsThat('equal', phrase)],
      [RANKS.begins, () => index.fieldsThat('begin', phrase)],
      [RANKS.inText, () => (words.length === 1 ? notes : index.find(phrase))],
      [RANKS.words, () => notes],
    ] as const;
    const taken = new Set<number>();
    for (const [rank, documents] of tiers)
      for (const note of notes.and(documents()).list()) {
        if (taken.size >= limit) return;
        if (taken.has(note)) continue;
        const [card] = this.library.cardsOf(columns.keys.at(note));
        if (!card) continue;
        taken.add(note);
        yield { rank, key: columns.keys.at(note), card };
      }
  }

  *#edited(query: TypedQuery): Generator<FoundNote> {
    for (const key of this.texts.edited.keys) {
      const forms = this.texts.edited.fields(key);
      const rank = rankOf({ titleForms: forms, forms }, query);
      if (rank === null) continue;
      const [card] = this.library.cardsOf(key);
      if (card) yield { rank, key, card };
    }
  }

  #hit({ key, card }: FoundNote, query: TypedQuery): Hit[] {
    try {
      const filled = noteTexts(this.library.note(key).content).filter((text) => text.trim() !== '');
      const [title = { text: '', form: '' }, ...texts] = filled.map((text) => ({ text, form: searchForm(text) }));
      const place = { course: card.course.title.en, lesson: null };
      return [{ address: { kind: 'note', cardId: card.cardId }, ...shownTexts(title, texts, query), place }];
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'data-corrupt') return [];
      throw cause;
    }
  }

  /** Those that were changed are looked for by themselves. */
  #notesPresent(): readonly DocumentSet[] {
    const version = this.texts.version;
    if (this.#version === version) return this.#present;
    const sets = this.library.layers.map(({ pack }) => new DocumentSet(pack.notes));
    for (const { layer, note, cardId } of this.library.cards())
      if (layer >= 0 && !this.texts.edited.has(noteKeyOfCard(cardId))) sets[layer]!.add(note);
    this.#present = sets;
    this.#version = version;
    return sets;
  }
}
