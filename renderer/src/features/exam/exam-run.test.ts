import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import { hostOf } from '../../testing/answering-host.fixture.ts';
import { ExamRun } from './exam-run.svelte.ts';

type Got = Output<'exam.get'>;
const exam: Got['exam'] = {
  examId: 'e1',
  template: 'course',
  courseId: 'test',
  startedAt: 0,
  durationMs: 600_000,
  endedAt: null,
  state: 'running',
  leftMs: 500_000,
  questions: 3,
  answered: 1,
  wanted: 3,
  countsAsReviews: false,
};
const asked = (kind: Parameters<typeof cardOf>[0], response: Got['parts'][0]['questions'][0]['response'] = null) => ({
  card: cardOf(kind),
  response,
  marked: false,
  elapsedMs: 2_000,
});

async function opened(answer: () => unknown = () => ({ leftMs: 400_000 })) {
  const host = hostOf({
    'exam.get': () => ({
      exam,
      parts: [{ lessons: [], questions: [asked('choice', 'minsk'), asked('typed'), asked('match')] }],
    }),
    'exam.answer': answer,
    'exam.mark': () => ({ leftMs: 300_000 }),
    'exam.end': () => ({ done: true }),
  });
  const run = new ExamRun(host.call, 'e1');
  await run.load();
  return { run, sent: () => host.asked.filter(([method]) => method !== 'exam.get').map(([, input]) => input) };
}

describe('an exam on the page', () => {
  it('begins with the first open question, and has what was answered before', async () => {
    const { run, sent } = await opened();
    expect(run.at).toBe(1);
    expect(run.items[0]?.draft.chosen).toEqual(['minsk']);
    expect([run.open, run.items.length]).toEqual([2, 3]);
    await run.flush();
    expect(sent()).toEqual([]);
  });

  it('sends what was entered once, with the time before, and takes the host’s word for the time', async () => {
    const { run, sent } = await opened();
    run.item!.draft.text = 'CSTO';
    expect(run.item!.unsaved).toBe(true);
    run.next();
    await run.flush();
    expect(sent()).toEqual([
      { examId: 'e1', cardId: 'test/typed', response: 'CSTO', elapsedMs: expect.any(Number) as number },
    ]);
    expect((sent()[0] as { elapsedMs: number }).elapsedMs).toBeGreaterThanOrEqual(2_000);
    expect(run.timer.leftMs).toBe(400_000);
    expect(run.items[1]!.unsaved).toBe(false);
  });

  it('some pairs are an answer, and an answer that is taken out is sent without a response', async () => {
    const { run, sent } = await opened();
    run.items[2]!.draft.pair('council', 'plans');
    await run.flush();
    run.items[0]!.clear();
    await run.flush();
    expect(sent()).toMatchObject([{ response: { council: 'plans' } }, { cardId: 'test/choice' }]);
    expect(sent()[1]).not.toHaveProperty('response');
  });

  it('keeps what could not be sent, says so, and sends it when the host is back', async () => {
    let reachable = false;
    const { run, sent } = await opened(() => (reachable ? { leftMs: 1 } : new Error('not-reachable')));
    run.item!.draft.text = 'CSTO';
    await run.flush();
    expect(run.error).toBe('not-reachable');
    expect(run.items[1]!.unsaved).toBe(true);
    reachable = true;
    await run.load();
    await run.flush();
    expect(run.items[1]!.unsaved).toBe(false);
    expect(sent()).toHaveLength(2);
  });

  it('a mark is sent at once', async () => {
    const { run } = await opened();
    await run.mark(run.item!);
    expect(run.marked).toBe(1);
    expect(run.timer.leftMs).toBe(300_000);
  });
});
