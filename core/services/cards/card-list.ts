import type { Input, Output } from '../../api/contract.ts';
import { QUESTION_KINDS } from '../../domain/question.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { AllCards } from './all-cards.ts';
import type { CardOrders } from './card-orders.ts';
import type { FindCards, Found } from './find-cards.ts';
import { FrontTexts } from './front-texts.ts';
import { ROW_PHASES } from './standing-columns.ts';

type Row = Output<'card.list'>['rows'][number];

/** The list of all cards: a query's cards, sorted, some at a time. */
export class CardList {
  readonly #fronts: FrontTexts;

  constructor(
    private readonly all: AllCards,
    private readonly finder: FindCards,
    private readonly orders: CardOrders,
    library: Pick<DeckLibrary, 'note'>,
  ) {
    this.#fronts = new FrontTexts(library);
  }

  /** @throws AppError `bad-query`, `not-found` */
  async list(input: Input<'card.list'>): Promise<Output<'card.list'>> {
    const { found, rows } = await this.#page(input);
    const { today } = found.moment;
    return { total: found.total, today, rows: rows.map((row) => this.#row(row, found)) };
  }

  /** @throws AppError `bad-query`, `not-found` */
  async ids(input: Input<'card.ids'>): Promise<Output<'card.ids'>> {
    const { found, rows } = await this.#page(input);
    return { total: found.total, cardIds: rows.map((row) => found.all.cards[row]!.cardId) };
  }

  async #page({ sort, offset, limit, ...asked }: Input<'card.ids'>): Promise<{ found: Found; rows: number[] }> {
    const all = await this.all.current();
    const fronts = await this.orders.ready(sort, all);
    const found = await this.finder.find(asked);
    // Cards came or went while fronts were read.
    if (found.all !== all) return this.#page({ sort, offset, limit, ...asked });
    return { found, rows: rowsOf(this.orders.of(sort, found, fronts), found.isFound, offset, limit) };
  }

  #row(row: number, found: Found): Row {
    const { all, facts } = found;
    const { standing, notes } = all;
    const [card, note] = [all.cards[row]!, all.note[row]!];
    const { id, title, kind, isOwn } = all.courses[all.course[row]!]!;
    facts.row = row;
    return {
      cardId: card.cardId,
      front: this.#fronts.of(card, all.contentVersion),
      course: { id, title, isDeck: kind === 'deck', ...(isOwn && { isOwn }) },
      kind: QUESTION_KINDS[all.kind[row]!]!,
      noteType: notes.types[notes.type[note]!]!.name,
      tags: [...notes.tagSets[notes.tagSet[note]!]!],
      phase: ROW_PHASES[standing.phase[row]!]!,
      dueDay: known(standing.dueDay[row]!),
      intervalDays: known(standing.intervalDays[row]!),
      stabilityDays: known(standing.stabilityDays[row]!),
      difficulty: known(standing.difficulty[row]!),
      recall: known(this.finder.recallOf(row, found)),
      ...{ lapses: standing.lapses[row]!, reps: standing.reps[row]!, flag: standing.flag[row]! },
      ...{ suspended: facts.is('suspended'), buried: facts.is('buried'), leech: facts.is('leech') },
      marked: facts.is('marked'),
      ...{ createdAt: known(notes.createdAt[note]!), editedAt: known(notes.editedAt[note]!) },
    };
  }
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Those of an order that are found, from one place on. */
function rowsOf(order: Uint32Array, isFound: Uint8Array, offset: number, limit: number): number[] {
  const rows: number[] = [];
  let place = 0;
  for (let i = 0; i < order.length && rows.length < limit; i++) {
    const row = order[i]!;
    if (isFound[row] === 0) continue;
    if (place >= offset) rows.push(row);
    place += 1;
  }
  return rows;
}
