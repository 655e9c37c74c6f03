/** Runs work one at a time, in the order it was asked for. Work that fails does not stop what waits behind it. */
export function createTurns(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let busy: Promise<unknown> | null = null;
  return async (work) => {
    while (busy) await busy;
    // Nothing waits: no promise is awaited between here and the work, so a lone answer costs no extra turn of the loop.
    const result = work();
    if (!(result instanceof Promise)) return result;
    const done = result.then(
      () => undefined,
      () => undefined,
    );
    busy = done.then(() => {
      busy = null;
    });
    return result;
  };
}
