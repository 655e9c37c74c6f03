import { AppError } from '../domain/errors.ts';
import type { Method, Output, Sent } from './contract.ts';
import type { Wire } from './wire.ts';

/** The one thing a shell must supply. Electron: `window.host.call`; browser: `fetch` with the token. */
export type Transport = (method: Method, input: unknown) => Promise<Wire>;
/** `window.host`, as the Electron preload exposes it. */
export interface Host {
  readonly call: Transport;
  /** Where a file lies that the learner gave to the page, a `File`; '' for one that is no file of the disk. */
  readonly pathOf: (file: object) => string;
}
export type Client = <M extends Method>(method: M, input: Sent<M>) => Promise<Output<M>>;

/** A typed client over any transport. @throws AppError with the code the host sent */
export function createClient(send: Transport): Client {
  return async (method, input) => {
    const reply = await send(method, input);
    if (!reply.ok) throw new AppError(reply.error.code, `${method} failed`, reply.error.details);
    return reply.value as Output<typeof method>;
  };
}
