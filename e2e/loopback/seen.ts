import { expect } from '../fixtures.ts';
import type { WebShell } from '../web-shell.ts';

/** Calls the contract; a refusal fails the test. */
export async function ask<T>(shell: WebShell, method: string, input: unknown): Promise<T> {
  const reply = await shell.call(method, input);
  expect(reply.ok, `${method}: ${JSON.stringify(reply.error)}`).toBe(true);
  return reply.value as T;
}

/** All that a learner can see of a folder: figures, days, settings, and the history of every card of `cardIds`. */
export async function seen(shell: WebShell, cardIds: readonly string[]) {
  const histories: { reviews: unknown[] }[] = [];
  for (const cardId of cardIds) histories.push(await ask(shell, 'card.history', { cardId }));
  return {
    summary: await ask<{ reviewsTotal: number }>(shell, 'stats.summary', {}),
    series: await ask(shell, 'stats.series', { days: 30 }),
    settings: await ask(shell, 'settings.get', {}),
    lessons: await ask(shell, 'lesson.list', { courseId: 'csto' }),
    due: await ask(shell, 'library.list', {}),
    histories,
  };
}
