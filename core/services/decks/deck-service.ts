import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { recordOf } from '../../domain/history/records.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import { withinLimits } from '../../domain/study/daily-limits.ts';
import { dueCards } from '../../domain/study/due-cards.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { isHidden } from '../../domain/study/moment.ts';
import { presetOf } from '../../domain/study/options.ts';
import { recallOf } from '../../domain/study/recall.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import type { Learner } from '../courses/learner.ts';
import { deckIdOf, noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckCard } from '../library/deck-card.ts';
import type { DeckCourse } from '../library/deck-course.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';
import type { NewEvent } from '../ports.ts';

const MATURE_DAYS = 21;
const SEPARATOR = '::';

/** Decks as their pages show them, and what the learner does with a whole deck. */
export class DeckService {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** @throws AppError `not-found` */
  get({ deckId }: Input<'deck.get'>): Output<'deck.get'> {
    const { learner, library } = this;
    const { progress } = learner;
    const deck = library.deck(deckId);
    const cards = library.cards(deckId);
    const states = cards.map(({ cardId }) => learner.cardState(cardId));
    const preset = [deck, ...deck.above].map(({ id }) => presetOf(progress, id)).find((id) => id !== null);
    return {
      id: deckId,
      name: deck.name,
      above: deck.above.map(placeOf).reverse(),
      below: library.decks.flatMap((other) => (other.above[0]?.id === deckId ? [this.#below(other)] : [])),
      description: plainText(this.#description(deck)),
      counts: { ...countsOf(cards, states, learner), ...this.#today(cards) },
      recall: recallOf(states, learner.moment().now, parametersIn(progress).weights),
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

  #below(deck: DeckCourse): Output<'deck.get'>['below'][number] {
    const cards = this.library.cards(deck.id);
    const { due, fresh } = this.#today(cards);
    return { ...placeOf(deck), cards: cards.length, due, new: fresh };
  }

  /** What today's limits let in. */
  #today(cards: readonly DeckCard[]): { due: number; fresh: number } {
    const { progress } = this.learner;
    const moment = this.learner.moment();
    const { learning, review, fresh } = dueCards(cards, progress, moment);
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
    const places = new Set(cards.flatMap(({ layer }) => (layer < 0 ? [] : [layer])));
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
const notesIn = (cards: readonly DeckCard[]): number => new Set(cards.map(({ cardId }) => noteKeyOfCard(cardId))).size;

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

function countsOf(cards: readonly DeckCard[], states: readonly CardState[], learner: Learner) {
  const { today } = learner.moment();
  const counts = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0, buried: 0, leeches: 0 };
  const leechAt = new Map<string, number>();
  for (const [i, state] of states.entries()) {
    const { memory, suspended } = state ?? UNTOUCHED;
    const { course } = cards[i]!;
    const limit = leechAt.get(course.id) ?? learner.options(course.id).leechLapses;
    leechAt.set(course.id, limit);
    if (memory && memory.lapses >= limit) counts.leeches += 1;
    if (suspended) counts.suspended += 1;
    else if (isHidden(state, today)) counts.buried += 1;
    if (!memory) counts.new += 1;
    else if (memory.phase !== 'review') counts.learning += 1;
    else if (memory.intervalDays >= MATURE_DAYS) counts.mature += 1;
    else counts.young += 1;
  }
  return { notes: notesIn(cards), cards: cards.length, ...counts };
}

/** What the contract asks of it. */
export function deckHandlers(decks: DeckService) {
  return {
    'deck.get': async (input) => decks.get(input),
    'deck.cards': async (input) => decks.cards(input),
    'deck.set': async (input) => {
      await decks.set(input);
      return { done: true };
    },
    'library.remove': (input) => decks.remove(input),
    'deck.create': (input) => decks.create(input),
  } satisfies Partial<Handlers>;
}
