export type MarkVerdict = 'right' | 'wrong' | 'missed';

/** A picture that asks: whose names are kept back, what is put on its marks, and which of them can be pointed at. */
export interface Asking {
  /** The mark that is asked about. */
  readonly lit?: string | undefined;
  /** Marks whose names are kept back; they are not on the page either. */
  readonly hidden: ReadonlySet<string>;
  /** Text put on a mark, by the mark's id. */
  readonly shown?: ReadonlyMap<string, string> | undefined;
  readonly verdicts?: ReadonlyMap<string, MarkVerdict> | undefined;
  readonly pickable?: readonly string[] | undefined;
  readonly onpick?: ((markId: string) => void) | undefined;
}

/** A thing in a picture. */
export interface Mark {
  readonly id: string;
  readonly name: string;
  /** What all can see of it without its name: its year, its group, its state. Said to those who do not see the picture. */
  readonly where?: string | undefined;
}

/** How a mark shows. */
export interface MarkFace {
  /** Its name, or what is put on it; null where its name is kept back. */
  readonly text: string | null;
  /** From 1, among the marks that can be pointed at, else among those whose names are kept back; null for the others. */
  readonly number: number | null;
  readonly count: number;
  readonly isLit: boolean;
  readonly verdict: MarkVerdict | null;
  readonly canPick: boolean;
}

/** How a mark of the picture shows while the picture asks, or, without `asking`, as it stands. */
export function faceOf(mark: Mark, marks: readonly Mark[], asking: Asking | undefined): MarkFace {
  if (!asking)
    return { text: mark.name, number: null, count: marks.length, isLit: false, verdict: null, canPick: false };
  const { hidden, shown, lit, verdicts, pickable = [] } = asking;
  const numbered = marks.filter(({ id }) => (pickable.length > 0 ? pickable.includes(id) : hidden.has(id)));
  const at = numbered.findIndex(({ id }) => id === mark.id);
  return {
    text: shown?.get(mark.id) ?? (hidden.has(mark.id) ? null : mark.name),
    number: at < 0 ? null : at + 1,
    count: numbered.length,
    isLit: lit === mark.id,
    verdict: verdicts?.get(mark.id) ?? null,
    canPick: pickable.includes(mark.id),
  };
}
