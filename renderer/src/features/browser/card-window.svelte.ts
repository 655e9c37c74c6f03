import type { Client } from '../../../../core/api/client.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import type { CardRow, CardSort } from './columns.ts';

/** What is listed, and in which order. */
export interface Listing {
  readonly query: string;
  readonly sort: CardSort;
}

const PAGE = 100;
/** Pages that are kept either side of those in sight. */
const PAGES_AROUND = 30;
type Pages = Readonly<Record<number, readonly CardRow[]>>;

/**
 * The cards of a search, as far as they are looked at: a hundred thousand are never fetched. What is on screen stays there until what
 * takes its place has come.
 */
export class CardWindow {
  total = $state(0);
  /** Study day of the host. */
  today = $state(0);
  error = $state.raw<ErrorCode | null>(null);
  /** Nothing was read yet. */
  isFresh = $state(true);
  /** What is shown; an earlier one until the first cards of the next have come. */
  listing = $state.raw<Listing | null>(null);
  #pages = $state.raw<Pages>({});
  readonly #call: Client;
  #waited: readonly number[] = [];
  #turn = 0;
  /** The pages of the first row in sight, and of the row the learner is at. */
  #seen = 0;
  #here = 0;

  constructor(call: Client) {
    this.#call = call;
  }

  /** A row by its place; null while it is not read. */
  readonly row = (at: number): CardRow | null => this.#pages[Math.floor(at / PAGE)]?.[at % PAGE] ?? null;

  /** Shows another search, or the same one anew, from the rows that are looked at. @returns whether it is what is shown now */
  readonly show = async (listing: Listing, from = 0): Promise<boolean> => {
    const turn = ++this.#turn;
    this.#waited = [];
    try {
      const first = Math.floor(from / PAGE);
      const places = first === 0 ? [0] : [first, first + 1];
      const read = await Promise.all(places.map(async (page) => [page, await this.#read(listing, page)] as const));
      if (turn !== this.#turn) return false;
      this.listing = listing;
      this.total = read[0]![1].total;
      this.today = read[0]![1].today;
      this.#pages = Object.fromEntries(read.map(([page, { rows }]) => [page, rows]));
      this.error = null;
      this.isFresh = false;
      return true;
    } catch (error) {
      if (turn === this.#turn) this.error = codeOf(error);
      return false;
    }
  };

  /** Reads what is missing of the rows in sight, and of the one the learner is at: it stays though others are looked at. */
  readonly see = (from: number, to: number, here: number): void => {
    const { listing } = this;
    if (!listing || this.total === 0) return;
    this.#seen = Math.floor(from / PAGE);
    this.#here = Math.floor(here / PAGE);
    const last = Math.floor(Math.min(to, this.total - 1) / PAGE);
    const wanted = Array.from({ length: Math.max(0, last - this.#seen + 1) }, (_, at) => this.#seen + at);
    for (const page of [...wanted, this.#here])
      if (!(page in this.#pages) && !this.#waited.includes(page)) void this.#fetch(listing, page);
  };

  async #fetch(listing: Listing, page: number): Promise<void> {
    const turn = this.#turn;
    this.#waited = [...this.#waited, page];
    try {
      const { rows } = await this.#read(listing, page);
      if (turn !== this.#turn) return;
      const isNear = (at: number) => at === this.#here || Math.abs(at - this.#seen) <= PAGES_AROUND;
      const near = Object.entries(this.#pages).filter(([at]) => isNear(Number(at)));
      this.#pages = { ...Object.fromEntries(near), [page]: rows };
      this.error = null;
    } catch (error) {
      if (turn === this.#turn) this.error = codeOf(error);
    } finally {
      if (turn === this.#turn) this.#waited = this.#waited.filter((at) => at !== page);
    }
  }

  #read({ query, sort }: Listing, page: number) {
    return this.#call('card.list', {
      query,
      sort: { ...sort, language: locale.language },
      offset: page * PAGE,
      limit: PAGE,
    });
  }
}
