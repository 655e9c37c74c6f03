import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import type { CardCursor } from '../../domain/card-rows.ts';
import { AppError } from '../../domain/errors.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { recordOf } from '../../domain/history/records.ts';
import { withinLimits } from '../../domain/study/daily-limits.ts';
import { findingDueCards } from '../../domain/study/due-cards.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { presetOf } from '../../domain/study/options.ts';
import { RecallSum } from '../../domain/study/recall.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import type { Learner } from '../courses/learner.ts';
import { inSlices } from '../jobs/slices.ts';
import { deckIdOf } from '../library/card-ids.ts';
import type { DeckCard } from '../library/deck-card.ts';
import type { DeckCourse } from '../library/deck-course.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';
import type { NewEvent } from '../ports.ts';
import { DeckCounts, NoteCount } from './deck-counts.ts';

const SEPARATOR = '::';

/** Decks as their pages show them, and what the learner does with a whole deck. */
export class DeckService {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** In slices. @throws AppError `not-found` */
  get(input: Input<'deck.get'>): Promise<Output<'deck.get'>> {
    return inSlices(this.#page(input));
  }

  *#page({ deckId }: Input<'deck.get'>): Generator<void, Output<'deck.get'>> {
    const { learner, library } = this;
    const { progress } = learner;
    const deck = library.deck(deckId);
    const cards = library.cards(deckId);
    // All at once: the library may be another one after a pause.
    const below = library.decks
      .filter(({ above }) => above[0]?.id === deckId)
      .map((other) => ({ other, own: library.cards(other.id) }));
    const counts = new DeckCounts(learner);
    const recall = new RecallSum(learner.moment().now, parametersIn(progress).weights);
    const today = yield* this.#today(cards, (card, now) => {
      counts.add(card, now);
      recall.add(now);
    });
    const belowIt: Output<'deck.get'>['below'] = [];
    for (const { other, own } of below) {
      const { due, fresh } = yield* this.#today(own);
      belowIt.push({ ...placeOf(other), cards: own.length, due, new: fresh });
    }
    const preset = [deck, ...deck.above].map(({ id }) => presetOf(progress, id)).find((id) => id !== null);
    return {
      id: deckId,
      name: deck.name,
      above: deck.above.map(placeOf).reverse(),
      below: belowIt,
      description: plainText(this.#description(deck)),
      counts: { ...counts.found, notes: counts.notes, cards: cards.length, ...today },
      recall: recall.forecast,
      preset: preset === undefined ? null : (recordOf(progress, 'preset', preset!)?.name ?? ''),
      sources: this.#sources(cards),
    };
  }

  /** @throws AppError `not-found` */
  cards({ deckId, from, most }: Input<'deck.cards'>): Output<'deck.cards'> {
    this.library.deck(deckId);
    const cards = this.library.cards(deckId);
    const { today } = this.learner.moment();
    return {
      total: cards.length,
      cards: cards.slice(from, from + most).map((card) => {
        const { memory, suspended, flag, marked } = this.learner.cardState(card.cardId);
        return {
          ...{ cardId: card.cardId, text: textOf(card), deck: courseName(card.course), kind: card.kind },
          ...{ phase: memory?.phase ?? 'new', suspended, flag, marked },
          dueDay: memory ? today + (daysUntilDue(memory, { today }) ?? 0) : null,
        };
      }),
    };
  }

  /** An empty deck. @throws AppError `bad-input` where the name is none or is taken */
  async create({ name }: Input<'deck.create'>): Promise<Output<'deck.create'>> {
    const whole = this.#freeName('deck.create', name);
    // One that was taken out of the library stays out: whoever begins anew does not want its cards back.
    const byName = deckIdOf(whole);
    const deckId = recordOf(this.learner.progress, 'deck', byName) ? `deck-${randomUUID()}` : byName;
    const set = { name: whole, createdAt: this.learner.clock.now() };
    await this.learner.store.append({ type: 'deck', id: deckId, set });
    return { deckId };
  }

  /** @throws AppError `not-found`; `bad-input` where the name is none, is taken, or lies below the deck itself */
  async set({ deckId, name }: Input<'deck.set'>): Promise<void> {
    const deck = this.library.deck(deckId);
    const whole = this.#freeName('deck.set', name, deck);
    if (whole === deck.name) return;
    const moved = [deck, ...this.library.decks.filter(({ id }) => deck.below.includes(id))];
    await this.learner.store.appendBatch(
      moved.map((one): NewEvent => ({
        ...{ type: 'deck', id: one.id },
        set: { name: whole + one.name.slice(deck.name.length) },
      })),
    );
  }

  /** A whole name as it is kept. @param deck that is to be called so */
  #freeName(method: 'deck.set' | 'deck.create', name: string, deck?: DeckCourse): string {
    const wanted = name.split(SEPARATOR).map((part) => part.trim().normalize('NFC'));
    const whole = wanted.join(SEPARATOR);
    const refuse = (reason: string) =>
      new AppError('bad-input', `a deck can not be called so: ${reason}`, { method, field: 'name', reason });
    if (wanted.some((part) => part === '')) throw refuse('empty');
    if (deck && whole.startsWith(deck.name + SEPARATOR)) throw refuse('below-itself');
    if (this.library.decks.some((other) => other.id !== deck?.id && other.name === whole)) throw refuse('taken');
    return whole;
  }

  /** @throws AppError `not-found` */
  async remove({ deckId }: Input<'library.remove'>): Promise<Output<'library.remove'>> {
    const deck = this.library.deck(deckId);
    const cards = this.library.cards(deckId);
    const ids = [deckId, ...deck.below];
    await this.learner.store.appendBatch(ids.map((id): NewEvent => ({ type: 'deck', id, set: { removed: true } })));
    return { decks: ids.length, notes: notesIn(cards), cards: cards.length };
  }

  /** What today's limits let in. */
  *#today(
    cards: readonly DeckCard[],
    watch?: (card: DeckCard, now: CardCursor) => void,
  ): Generator<void, { due: number; fresh: number }> {
    const { progress } = this.learner;
    const moment = this.learner.moment();
    const { learning, review, fresh } = yield* findingDueCards(cards, progress, moment, watch);
    const of = (kind: 'review' | 'fresh', some: readonly DeckCard[]) =>
      withinLimits(some, kind, progress, moment.today).length;
    return { due: learning.length + of('review', review), fresh: of('fresh', fresh) };
  }

  #description({ id }: DeckCourse): string {
    for (const { pack, into } of this.library.layers)
      for (const { name, description } of pack.decks)
        if (description && deckIdOf(into ?? name) === id) return description;
    return '';
  }

  #sources(cards: readonly DeckCard[]): Output<'deck.get'>['sources'] {
    const places = new Set<number>();
    for (const { layer } of cards) if (layer >= 0) places.add(layer);
    const layers = [...places].map((place) => this.library.layers[place]!.id);
    return layers
      .map((importId) => {
        const record = recordOf(this.learner.progress, 'import', importId);
        return { importId, name: record?.name ?? '', at: record?.takenInAt ?? null };
      })
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  }
}

const placeOf = ({ id, name }: DeckCourse) => ({ id, name });

function notesIn(cards: readonly DeckCard[]): number {
  const notes = new NoteCount();
  for (const card of cards) notes.add(card);
  return notes.count;
}

/** A card whose pack is damaged there has no text to show, and stays in its list. */
function textOf(card: DeckCard): string {
  try {
    const { prompt } = card.question;
    return prompt.en.slice(0, 300);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'data-corrupt') return '';
    throw cause;
  }
}

/** What the contract asks of it. */
export function deckHandlers(decks: DeckService) {
  return {
    'deck.get': (input) => decks.get(input),
    'deck.cards': async (input) => decks.cards(input),
    'deck.set': async (input) => {
      await decks.set(input);
      return { done: true };
    },
    'library.remove': (input) => decks.remove(input),
    'deck.create': (input) => decks.create(input),
  } satisfies Partial<Handlers>;
}
