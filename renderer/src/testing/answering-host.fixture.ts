import { createClient } from '../../../core/api/client.ts';
import type { Method } from '../../../core/api/contract.ts';
import type { Wire } from '../../../core/api/wire.ts';

/** A host that answers by method; what it was asked stands in `asked`. */
export function hostOf(replies: Partial<Record<Method, (input: never) => unknown>>) {
  const asked: [Method, unknown][] = [];
  const call = createClient(async (method, input): Promise<Wire> => {
    asked.push([method, input]);
    const reply = await replies[method]?.(input as never);
    return reply instanceof Error
      ? { ok: false, error: { code: reply.message as 'busy', details: {} } }
      : { ok: true, value: reply };
  });
  return { call, asked };
}
