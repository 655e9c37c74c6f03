/** The middle one of some runs by one of their figures. */
export function middle<T>(runs: readonly T[], by: (run: T) => number): T {
  return [...runs].sort((a, b) => by(a) - by(b))[runs.length >> 1]!;
}

/** `times` runs of something and of its yardstick, in turn, so that both meet the same machine. */
export function inPairs<A, B>(times: number, run: () => A, yardstick: () => B): { runs: A[]; yardsticks: B[] } {
  const [runs, yardsticks]: [A[], B[]] = [[], []];
  for (let i = 0; i < times; i++) {
    runs.push(run());
    yardsticks.push(yardstick());
  }
  return { runs, yardsticks };
}
