import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, MONDAY, test } from '../fixtures.ts';
import { lessons } from '../pages/course-knowledge.ts';
import { startWebShell, type WebShell } from '../web-shell.ts';

const cardIds = lessons[0]!.questions.map(({ id }) => `csto/${id}`);

async function ask<T>(shell: WebShell, method: string, input: unknown): Promise<T> {
  const reply = await shell.call(method, input);
  expect(reply.ok, `${method}: ${JSON.stringify(reply.error)}`).toBe(true);
  return reply.value as T;
}

async function answer(shell: WebShell, cards: readonly string[]): Promise<void> {
  const { sessionId } = await ask<{ sessionId: string }>(shell, 'study.start', { mode: 'learn', courseId: 'csto' });
  for (const cardId of cards) {
    const { card } = await ask<{ card: { revision: number } }>(shell, 'study.card', { sessionId, cardId });
    await ask(shell, 'study.answer', { sessionId, cardId, revision: card.revision, grade: 3, elapsedMs: 2000 });
  }
}

const reviews = async (shell: WebShell) =>
  (await ask<{ reviewsTotal: number }>(shell, 'stats.summary', {})).reviewsTotal;
interface Status {
  readonly partedAt: number | null;
  readonly trouble: unknown;
  readonly devices: readonly { readonly id: string; readonly own: boolean }[];
}
const ownOf = ({ devices }: Status) => devices.find(({ own }) => own)?.id;

test('a data folder that was copied and is used on two machines at once is noticed, told apart, and loses no answer', async ({
  dataDir,
}) => {
  test.setTimeout(180_000);
  const copyDir = join(dataDir, '..', 'copy');
  const folder = join(dataDir, '..', 'mirrored');
  mkdirSync(folder);
  const first = await startWebShell(dataDir, MONDAY);
  await ask(first, 'lesson.complete', { courseId: 'csto', lessonId: lessons[0]!.id });
  await answer(first, cardIds.slice(0, 1));
  await ask(first, 'sync.begin', { folder });
  await ask(first, 'sync.now', {});
  await first.stop();
  cpSync(dataDir, copyDir, { recursive: true });
  const shells = [await startWebShell(dataDir, MONDAY), await startWebShell(copyDir, MONDAY)] as const;
  try {
    await answer(shells[0], cardIds.slice(1, 4));
    await answer(shells[1], cardIds.slice(4, 6));
    const statuses: Status[] = [];
    for (const round of [1, 2, 3])
      for (const [i, shell] of shells.entries()) {
        statuses[i] = await ask<Status>(shell, 'sync.now', {});
        expect(statuses[i].trouble, `round ${round}`).toBe(null);
      }
    expect(await Promise.all(shells.map(reviews))).toEqual([6, 6]);
    expect(statuses.some(({ partedAt }) => partedAt !== null)).toBe(true);
    expect(new Set(statuses.map(ownOf)).size).toBe(2);
  } finally {
    for (const shell of shells) await shell.stop();
  }
});
