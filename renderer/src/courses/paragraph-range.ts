/** “p152–p154” for paragraphs in a row, “p045, p150” for others. */
export function paragraphRange(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && numberOf(id) === numberOf(last) + 1) run.push(id);
    else runs.push([id]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0])).join(', ');
}

const numberOf = (id: string): number => Number(id.replace(/^\D+/, ''));
