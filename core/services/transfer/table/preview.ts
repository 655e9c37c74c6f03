import type { ReadOptions, Source } from '../format.ts';
import { Oddities } from '../oddities.ts';
import { openWhole } from './format.ts';
import { filledLength, firstOf, type FullMapping } from './table.ts';

const ROWS = 50;

/** What a page shows on which columns are mapped. */
export interface TablePreview {
  /** As it was asked for; the rest as guessed. */
  readonly mapping: FullMapping;
  /** The first 50 rows, without the header. */
  readonly rows: readonly (readonly string[])[];
  /** One for each column of the mapping; '' where it has no name. */
  readonly columns: readonly { readonly name: string; readonly kind: FullMapping['columns'][number] }[];
  readonly problems: readonly TableProblem[];
}

/** `one-column`: nothing parts the lines. `ragged`: rows with more or fewer cells than columns. */
type TableProblem = 'one-column' | 'ragged' | 'text-not-utf8' | 'quotes' | 'no-rows';

/** Looks at a table as it would be read. @throws AppError `import-unreadable`, `cancelled` */
export async function tablePreview(source: Source, options: ReadOptions): Promise<TablePreview> {
  const odd = new Oddities();
  const table = await openWhole(source, options, odd);
  const rows = firstOf(table.rows(), ROWS);
  const { columns } = table.mapping;
  // A row of a sheet ends with what was last written in it.
  const isText = table.mapping.separator !== undefined;
  const problems: readonly (readonly [TableProblem, boolean])[] = [
    ['one-column', columns.length === 1],
    [
      'ragged',
      rows.some(({ cells }) => (isText && cells.length < columns.length) || filledLength(cells) > columns.length),
    ],
    ['text-not-utf8', odd.list.length > 0],
    ['quotes', rows.some(({ isMended }) => isMended)],
    ['no-rows', rows.length === 0],
  ];
  return {
    mapping: table.mapping,
    rows: rows.map(({ cells }) => cells),
    columns: columns.map((kind, i) => ({ name: table.columnNames?.[i] ?? '', kind })),
    problems: problems.flatMap(([problem, isThere]) => (isThere ? [problem] : [])),
  };
}
