import { expect, test } from '../fixtures.ts';
import { lessons } from '../pages/course-knowledge.ts';
import { startWebShell } from '../web-shell.ts';

/** The store's own tests kill more often; these go through a shell and its start, a second each. */
const KILLS = process.env['JAMDAI_LONG'] ? 50 : 15;
const ANSWERS = 200;
const cardIds = lessons.flatMap(({ questions }) => questions.map(({ id }) => `csto/${id}`));

interface Summary {
  readonly reviewsTotal: number;
}

test(`no acknowledged answer is lost in ${ANSWERS} answers and ${KILLS} kills at random moments`, async ({
  dataDir,
}) => {
  test.setTimeout(600_000);
  const revisions = new Map<string, number>();
  let acknowledged = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const shell = await startWebShell(dataDir);
    const before = (await shell.call('stats.summary', {})).value as Summary;
    // At most one answer of each killed round was on the disk without its reply having arrived.
    expect(before.reviewsTotal, `after ${round} kills`).toBeGreaterThanOrEqual(acknowledged);
    expect(before.reviewsTotal).toBeLessThanOrEqual(acknowledged + 1);
    acknowledged = before.reviewsTotal;

    const { sessionId } = (await shell.call('study.start', { mode: 'learn', courseId: 'csto' })).value as {
      sessionId: string;
    };
    const lastRound = round === KILLS - 1;
    const dying = lastRound
      ? null
      : new Promise((resolve) => setTimeout(resolve, Math.random() * 40)).then(() => shell.kill());
    for (let count = 0; !lastRound || acknowledged < ANSWERS; count += 1) {
      const cardId = cardIds[(acknowledged + count) % cardIds.length] ?? '';
      const input = { sessionId, cardId, grade: 3, elapsedMs: 1000 };
      const reply = await shell
        .call('study.answer', { ...input, revision: revisions.get(cardId) ?? 0 })
        .catch(() => null);
      if (reply === null) break;
      if (reply.error?.code === 'stale-card') {
        // The unacknowledged answer of the round before: its revision is in the refusal.
        revisions.set(cardId, (reply.error as unknown as { details: { revision: number } }).details.revision);
        continue;
      }
      expect(reply.ok, JSON.stringify(reply)).toBe(true);
      revisions.set(cardId, (reply.value as { revision: number }).revision);
      acknowledged += 1;
    }
    await dying;
    if (lastRound) await shell.stop();
  }
  expect(acknowledged).toBeGreaterThanOrEqual(ANSWERS);
});
