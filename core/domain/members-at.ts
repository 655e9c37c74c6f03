/** A state's times of taking part, as `Pictures` has them: ISO dates as precise as the source; no end, or null, is to the end of the text. */
interface Taking {
  readonly spans: readonly { readonly from: string; readonly to?: string | null }[];
}

/** How many states took part from a date on. */
export interface MemberCount {
  readonly date: string;
  readonly count: number;
}

/** Whether a state took part at a date. Dates of different precision are compared as far as both go; the last day counts no more. */
export const tookPart = ({ spans }: Taking, date: string): boolean =>
  spans.some(
    ({ from, to }) => compared(from, date) <= 0 && (to === undefined || to === null || compared(to, date) > 0),
  );

/** The number of states by the years in which it changed, each with the latest of that year's dates. */
export function memberCounts(states: readonly Taking[]): MemberCount[] {
  const changes = states.flatMap(({ spans }) =>
    spans.flatMap(({ from, to }) => [
      { date: from, by: 1 },
      ...(to === undefined || to === null ? [] : [{ date: to, by: -1 }]),
    ]),
  );
  const years = [...new Set(changes.map(({ date }) => date.slice(0, 4)))].sort();
  let count = 0;
  return years.flatMap((year) => {
    const own = changes.filter(({ date }) => date.startsWith(year));
    const by = own.reduce((sum, change) => sum + change.by, 0);
    count += by;
    const date =
      own
        .map((change) => change.date)
        .sort()
        .at(-1) ?? year;
    return by === 0 ? [] : [{ date, count }];
  });
}

function compared(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).localeCompare(other.slice(0, length));
}
