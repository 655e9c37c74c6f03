import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../domain/errors.ts';

/** @throws AppError `cancelled` once the end was asked for */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'reading was cancelled');
}

/** Lets messages come in, the one that cancels among them. @throws AppError `cancelled` */
export async function letOthersRun(signal: AbortSignal): Promise<void> {
  await setImmediate();
  stopIfCancelled(signal);
}
