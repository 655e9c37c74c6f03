import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, expect, MONDAY, test } from '../fixtures.ts';
import { lessons } from '../pages/course-knowledge.ts';
import { startWebShell } from '../web-shell.ts';
import { ask, seen } from './seen.ts';

const cardIds = lessons.slice(0, 2).flatMap(({ questions }) => questions.map(({ id }) => `csto/${id}`));
const WEEK = 7;

/** A day's study: some of the cards both devices know, each device its own way. */
async function studyDay(dataDir: string, day: number, device: number): Promise<void> {
  const shell = await startWebShell(dataDir, MONDAY + day * DAY + device * 3_600_000);
  if (day === 0) await ask(shell, 'lesson.complete', { courseId: 'csto', lessonId: lessons[device]!.id });
  const { sessionId } = await ask<{ sessionId: string }>(shell, 'study.start', { mode: 'learn', courseId: 'csto' });
  for (let i = 0; i < 12; i += 1) {
    const cardId = cardIds[(day * 5 + i * (device + 1)) % cardIds.length]!;
    const grade = 1 + ((i + day + device) % 4);
    const input = { sessionId, cardId, grade, elapsedMs: 2000 };
    const first = await shell.call('study.answer', { ...input, revision: 0 });
    if (first.error?.code === 'stale-card') {
      const { revision } = (first.error as unknown as { details: { revision: number } }).details;
      await ask(shell, 'study.answer', { ...input, revision });
    }
  }
  if (day === 2) await ask(shell, 'card.update', { cardId: cardIds[device], change: { suspended: true } });
  if (day === 3) await ask(shell, 'study.undo', {});
  if (day === 4) await ask(shell, 'settings.set', { newPerDay: 10 + device });
  await shell.stop();
}

test('two folders that studied the same cards for a week are merged both ways, without a question, and are equal', async ({
  dataDir,
}) => {
  test.setTimeout(600_000);
  const secondDir = mkdtempSync(join(tmpdir(), 'jamdai-e2e-second-'));
  const folders = [dataDir, secondDir];
  try {
    for (let day = 0; day < WEEK; day += 1)
      for (const [device, folder] of folders.entries()) await studyDay(folder, day, device);
    const now = MONDAY + WEEK * DAY;
    const shells = [await startWebShell(dataDir, now), await startWebShell(secondDir, now)] as const;
    const before = [await seen(shells[0], cardIds), await seen(shells[1], cardIds)] as const;
    expect(before[0]).not.toEqual(before[1]);

    // Both run while they are merged: neither needs the other to be closed.
    const there = await ask<{ added: number; reviews: number }>(shells[0], 'data.merge', { path: secondDir });
    const back = await ask<{ added: number; reviews: number }>(shells[1], 'data.merge', { path: dataDir });
    expect(there.reviews).toBe(WEEK * 12);
    expect(back.reviews).toBe(WEEK * 12);
    const after = [await seen(shells[0], cardIds), await seen(shells[1], cardIds)] as const;
    expect(after[0]).toEqual(after[1]);
    expect(after[0].summary.reviewsTotal).toBe(before[0].summary.reviewsTotal + before[1].summary.reviewsTotal);

    for (const shell of shells) await shell.stop();
    const again = [await startWebShell(dataDir, now), await startWebShell(secondDir, now)] as const;
    expect([await seen(again[0], cardIds), await seen(again[1], cardIds)]).toEqual(after);
    // Told in the history, and again without effect but for what tells of it.
    expect((await ask<{ reviews: number }>(again[0], 'data.merge', { path: secondDir })).reviews).toBe(0);
    const { days } = await ask<{ days: { entries: { kind: string; count: number }[] }[] }>(again[0], 'history.list', {
      days: 1,
    });
    expect(days[0]!.entries).toContainEqual(expect.objectContaining({ kind: 'merge', count: there.added }));
    for (const shell of again) await shell.stop();
  } finally {
    rmSync(secondDir, { recursive: true, force: true });
  }
});
