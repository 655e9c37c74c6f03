import { columnsOf, KNOWN, viewOfRows, type CardColumns } from './card-columns.ts';

const PAGE_BITS = 9;
/** Rows of a page: small enough that copying one costs an answer a few microseconds. */
export const PAGE_ROWS = 1 << PAGE_BITS;
/** The page of a row, and its place there. */
export const pageOf = (row: number): number => row >>> PAGE_BITS;
export const placeOf = (row: number): number => row & (PAGE_ROWS - 1);

/** The columns of all cards at a moment, `PAGE_ROWS` rows a page. Nobody changes them any more. */
export interface FrozenPages {
  readonly rows: number;
  /** Rows that hold a state; of the others nothing but a trail is known. */
  readonly known: number;
  readonly pages: readonly CardColumns[];
}

/** Columns as a file holds them, in pages that are views of it. */
export function pagesOf(columns: CardColumns): FrozenPages {
  const rows = columns.bits.length;
  const pages: CardColumns[] = [];
  let known = 0;
  for (let row = 0; row < rows; row++) known += columns.bits[row]! & KNOWN;
  for (let row = 0; row < rows; row += PAGE_ROWS) pages.push(viewOfRows(columns, row, PAGE_ROWS));
  return { rows, known, pages };
}

/**
 * The columns of cards, page by page. Freezing a moment copies nothing: a page that a frozen moment shares is copied when it is
 * written to next, so that no answer waits while a hundred thousand cards are copied.
 */
export class CardPages {
  readonly #pages: CardColumns[];
  readonly #isShared: boolean[];

  /** @param kept is taken over: its pages change with these */
  constructor({ pages }: Pick<FrozenPages, 'pages'> = { pages: [] }) {
    this.#pages = [...pages];
    this.#isShared = pages.map(() => false);
  }

  /** The page of a row to read from; undefined where nothing was written that far. */
  at(row: number): CardColumns | undefined {
    return this.#pages[pageOf(row)];
  }

  /** The page of a row to write to; it is made where it is not there. */
  own(row: number): CardColumns {
    const at = pageOf(row);
    while (this.#pages.length <= at) this.#put(this.#pages.length, columnsOf(PAGE_ROWS));
    const page = this.#pages[at]!;
    // The last page of a file has the rows that were needed, and no more.
    if (!this.#isShared[at] && placeOf(row) < page.bits.length) return page;
    return this.#put(at, columnsOf(PAGE_ROWS, page));
  }

  /** The first `rows` rows as they are now, as many of them `known` as hold a state. */
  freeze(rows: number, known: number): FrozenPages {
    if (rows > 0) this.own(rows - 1);
    this.#isShared.fill(true);
    return { rows, known, pages: [...this.#pages] };
  }

  #put(index: number, page: CardColumns): CardColumns {
    this.#isShared[index] = false;
    return (this.#pages[index] = page);
  }
}
