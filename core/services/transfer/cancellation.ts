import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../domain/errors.ts';

/** @throws AppError `cancelled` once the end was asked for */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'reading was cancelled');
}

const A_SLICE_MS = 6;

/**
 * Called between steps that take no time to speak of, it lets others run whenever a slice of time is over.
 * @throws AppError `cancelled`
 */
export function pausing(signal: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < A_SLICE_MS) return undefined;
    return letOthersRun(signal).then(() => {
      since = performance.now();
    });
  };
}

/** Lets messages come in, the one that cancels among them. @throws AppError `cancelled` */
export async function letOthersRun(signal: AbortSignal): Promise<void> {
  await setImmediate();
  stopIfCancelled(signal);
}
