import {
  COLUMN_NAMES,
  COLUMNS,
  FIRST_COLUMNS,
  FIRST_SORT,
  LEAST_WIDTH,
  MOST_WIDTH,
  type CardSort,
  type ColumnName,
} from './columns.ts';

const KEY = 'jamdai.browser';
interface Kept {
  readonly shown: readonly ColumnName[];
  readonly widths: Readonly<Partial<Record<ColumnName, number>>>;
  readonly sort: CardSort;
}

/** Which columns are shown, how wide, and what is sorted by: remembered on this device, as far as its storage is there. */
export class ColumnLayout {
  shown = $state.raw<readonly ColumnName[]>(FIRST_COLUMNS);
  sort = $state.raw<CardSort>(FIRST_SORT);
  /** Rem, where they were changed. */
  widths = $state.raw<Kept['widths']>({});
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    const { shown, widths, sort } = this.#read();
    const known = (shown ?? FIRST_COLUMNS).filter((column) => Object.hasOwn(COLUMNS, column));
    this.shown = known.length > 0 ? known : FIRST_COLUMNS;
    this.widths = widths ?? {};
    if (sort && (sort.by === 'taught' || Object.hasOwn(COLUMNS, sort.by))) this.sort = sort;
  }

  readonly widthOf = (column: ColumnName): number => {
    const width = this.widths[column];
    return typeof width === 'number' ? bounded(width) : COLUMNS[column].width;
  };

  /** @param width rem */
  readonly resize = (column: ColumnName, width: number): void => {
    this.widths = { ...this.widths, [column]: bounded(width) };
    this.#keep();
  };

  /** Shows a column in its place among the others, or shows it no more; one is always shown. */
  readonly toggle = (column: ColumnName): void => {
    const { shown } = this;
    if (!shown.includes(column)) this.shown = COLUMN_NAMES.filter((name) => name === column || shown.includes(name));
    else if (shown.length > 1) this.shown = shown.filter((name) => name !== column);
    this.#keep();
  };

  readonly sortBy = (sort: CardSort): void => {
    this.sort = sort;
    this.#keep();
  };

  readonly reset = (): void => {
    this.shown = FIRST_COLUMNS;
    this.widths = {};
    this.#keep();
  };

  #read(): Partial<Kept> {
    try {
      return (JSON.parse(this.#storage.getItem(KEY) ?? '{}') as Partial<Kept> | null) ?? {};
    } catch {
      return {};
    }
  }

  #keep(): void {
    const { shown, widths, sort } = this;
    try {
      this.#storage.setItem(KEY, JSON.stringify({ shown, widths, sort } satisfies Kept));
    } catch {
      // A full or forbidden storage: the columns are still as they were chosen until the page is loaded again.
    }
  }
}

const bounded = (width: number): number => Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(width * 10) / 10));
