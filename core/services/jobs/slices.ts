/** Gives the event loop free. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Walks through the steps of a generator and gives the loop free whenever `sliceMs` milliseconds have gone by.
 * @param between called each time before the loop is free; may throw to end the work
 */
export async function inSlices<T>(
  steps: Generator<unknown, T>,
  between: () => void = () => undefined,
  sliceMs = 4,
): Promise<T> {
  let since = performance.now();
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (performance.now() - since < sliceMs) continue;
    between();
    await breathe();
    since = performance.now();
  }
}
