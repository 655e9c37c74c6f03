import type { Output } from '../core/api/contract.ts';

/** A card as an object: what a list would hold that has no columns. */
export type PlainRow = Output<'card.list'>['rows'][number];

const KEYS: Readonly<Record<string, (row: PlainRow) => number | string | null>> = {
  front: ({ front }) => front.en,
  deck: ({ course }) => course.title.en,
  kind: ({ kind }) => kind,
  tags: ({ tags }) => tags.join(' '),
  due: ({ dueDay }) => dueDay,
  interval: ({ intervalDays }) => intervalDays,
  stability: ({ stabilityDays }) => stabilityDays,
  difficulty: ({ difficulty }) => difficulty,
  recall: ({ recall }) => recall,
  lapses: ({ lapses }) => lapses,
  reps: ({ reps }) => reps,
  created: ({ createdAt }) => createdAt,
  edited: ({ editedAt }) => editedAt,
  flag: ({ flag }) => flag,
};

/** The first hundred of the cards that are not suspended: objects filtered, and sorted by comparing a property, as texts by their units. */
export function plainPage(rows: readonly PlainRow[], by: string): PlainRow[] {
  const key = KEYS[by] ?? (() => 0);
  const compare = (a: number | string | null, b: number | string | null) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a < b ? -1 : Number(a > b);
  };
  return rows
    .filter(({ suspended }) => !suspended)
    .sort((a, b) => compare(key(a), key(b)))
    .slice(0, 100);
}
