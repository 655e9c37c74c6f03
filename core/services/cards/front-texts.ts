import { AppError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/question.ts';
import { frontText } from '../../domain/template/front-text.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';

/** Characters of a front that a list shows. */
const MOST_SHOWN = 300;

/** Plain text of a card's front; empty where its pack is damaged there, and the card stays in its list. */
export function frontOf(card: CatalogCard, library: Pick<DeckLibrary, 'note'>): Bilingual {
  if (!(card instanceof DeckCard)) return cut(card.question.prompt);
  try {
    const { content, tags, type } = library.note(noteKeyOfCard(card.cardId));
    if (content.kind === 'question') return cut(content.question.prompt);
    const text = type
      ? frontText(type, { fields: content.fields, tags }, card.ordinal, { deck: courseName(card.course) })
      : '';
    return cut({ th: text, en: text });
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'data-corrupt') return { th: '', en: '' };
    throw cause;
  }
}

const cut = ({ th, en }: Bilingual): Bilingual => ({ th: th.slice(0, MOST_SHOWN), en: en.slice(0, MOST_SHOWN) });

/** Fronts that were shown last: a list is sorted another way, or gone back in. */
const MOST_KEPT = 3_000;

/** Reads fronts, and keeps them as long as nothing is written in notes. */
export class FrontTexts {
  readonly #kept = new Map<CatalogCard, Bilingual>();
  #version = 0;

  constructor(private readonly library: Pick<DeckLibrary, 'note'>) {}

  /** @param version of what is written: see `CardColumns.contentVersion` */
  of(card: CatalogCard, version: number): Bilingual {
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const kept = this.#kept.get(card);
    if (kept) return kept;
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    const front = frontOf(card, this.library);
    this.#kept.set(card, front);
    return front;
  }
}
