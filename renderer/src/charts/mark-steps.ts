/**
 * Where an arrow key leads among marks that stand in columns, or in one row where `column` is 1. Undefined at the edge.
 * @param column how many marks stand in a column
 */
export function stepAmong(ids: readonly string[], from: string, key: string, column: number): string | undefined {
  const at = ids.indexOf(from);
  const steps: Record<string, number> = {
    ArrowRight: column,
    ArrowLeft: -column,
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -at,
    End: ids.length - 1 - at,
  };
  const step = steps[key];
  return step === undefined ? undefined : ids[at + step];
}
