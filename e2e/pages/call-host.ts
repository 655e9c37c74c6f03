import type { Page } from '@playwright/test';
import type { Wire } from '../../core/api/wire.ts';
import type { Method, Output, Sent } from '../../core/api/contract.ts';

/** What the host replies to a call of the page, refused or not, on every shell. */
export const replyOf = <M extends Method>(page: Page, method: M, input: Sent<M>): Promise<Wire> =>
  page.evaluate(
    async ([name, body]): Promise<Wire> => {
      const { host } = window as { host?: { call(method: string, input: unknown): Promise<Wire> } };
      if (host) return host.call(name, body);
      const sent = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${sessionStorage.getItem('jamdai.token') ?? ''}`,
        },
        body: JSON.stringify(body),
      });
      return (await sent.json()) as Wire;
    },
    [method, input] as const,
  );

/** Calls a method of the contract as the page does. */
export async function callHost<M extends Method>(page: Page, method: M, input: Sent<M>): Promise<Output<M>> {
  const reply = await replyOf(page, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`);
  return reply.value as Output<M>;
}
