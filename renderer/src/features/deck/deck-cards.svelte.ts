import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Task } from '../../app/task.svelte.ts';

export type DeckCard = Output<'deck.cards'>['cards'][number];

const PAGE = 100;
/** The host gives so many at once. */
const MOST = 200;

/** The cards of a deck, as far as they were looked at. */
export class DeckCards {
  cards = $state.raw<readonly DeckCard[] | null>(null);
  total = $state(0);
  readonly #call: Client;
  readonly #deckId: string;
  readonly #task = new Task();

  constructor(call: Client, deckId: string) {
    this.#call = call;
    this.#deckId = deckId;
  }

  get error(): ErrorCode | null {
    return this.#task.error;
  }

  /** Reads again what is shown. */
  readonly load = (): Promise<unknown> =>
    this.#task.run(async () => {
      const wanted = Math.max(PAGE, this.cards?.length ?? 0);
      let read: readonly DeckCard[] = [];
      while (read.length < wanted) {
        const cards = await this.#read(read.length, Math.min(MOST, wanted - read.length));
        if (cards.length === 0) break;
        read = [...read, ...cards];
      }
      this.cards = read;
    });

  readonly more = (): Promise<unknown> =>
    this.#task.run(async () => {
      const cards = this.cards ?? [];
      this.cards = [...cards, ...(await this.#read(cards.length, PAGE))];
    });

  async #read(from: number, most: number): Promise<readonly DeckCard[]> {
    const { total, cards } = await this.#call('deck.cards', { deckId: this.#deckId, from, most });
    this.total = total;
    return cards;
  }
}
