import { expect, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';

/** Decks as a table: so many cards each, by their whole names. */
export function writeDecks(path: string, decks: Readonly<Record<string, number>>): void {
  const rows = Object.entries(decks).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, at) => `${name.split('::').at(-1)} ${at + 1}\tmeaning ${at + 1}\t${name}`),
  );
  writeFileSync(path, ['#separator:tab', '#deck column:3', ...rows].join('\n'));
}

/** Takes a file in as the page would, without its views. */
export async function bringDecks(page: Page, path: string): Promise<void> {
  const isDone = await page.evaluate(async (file) => {
    const input = { path: file, options: {} };
    const { host } = window as { host?: { call: (method: string, input: unknown) => Promise<{ ok: boolean }> } };
    if (host) return (await host.call('library.import', input)).ok;
    const reply = await fetch('/api/library.import', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sessionStorage.getItem('jamdai.token') ?? ''}`,
      },
      body: JSON.stringify(input),
    });
    return ((await reply.json()) as { ok: boolean }).ok;
  }, path);
  expect(isDone, `${path} is taken in`).toBe(true);
}
