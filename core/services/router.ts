import { contract, isMethod, type Handlers } from '../api/contract.ts';
import { toWireError, type Wire } from '../api/wire.ts';
import { AppError } from '../domain/errors.ts';

export type Router = (method: unknown, input: unknown) => Promise<Wire>;

/** Turns untrusted (method, input) into a handler call. Never throws; every shell uses this one. */
export function createRouter(handlers: Handlers, log: (error: unknown) => void): Router {
  return async (method, input) => {
    try {
      if (!isMethod(method))
        throw new AppError(
          'unknown-method',
          `no method ${typeof method === 'string' ? method.slice(0, 80) : typeof method}`,
        );
      const parsed = contract[method].input.safeParse(input);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new AppError('bad-input', parsed.error.message, {
          method,
          field: issue?.path.join('.') ?? '',
          reason: issue?.code ?? '',
        });
      }
      const handle = handlers[method] as (input: unknown) => Promise<unknown>;
      return { ok: true, value: await handle(parsed.data) };
    } catch (error) {
      log(error);
      return toWireError(error);
    }
  };
}
