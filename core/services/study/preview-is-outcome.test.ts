import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Grade } from '../../domain/grade.ts';
import { seededRandom } from '../../domain/random.ts';
import { DAY_MS, gradeAll, learn, RESPONSES, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const ANSWERS = process.env['JAMDAI_LONG'] ? 2_000 : 120;
const CARDS = Object.keys(RESPONSES).map((name) => `tiny/bg-${name}`);

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());

it('the button says what happens, also where another card is answered meanwhile and easy days are kept', async () => {
  const random = seededRandom('buttons');
  const pick = () => CARDS[Math.floor(random() * CARDS.length)]!;
  await app.call('settings.set', { easyDays: [0, 3] });
  await gradeAll(app, await learn(app), 4);
  const { sessionId } = await app.call('study.start', { mode: 'review' });
  const view = async (cardId: string) => (await app.call('study.card', { sessionId, cardId })).card;
  for (let i = 0; i < ANSWERS; i++) {
    app.clock.advance(Math.floor(random() * 3 * DAY_MS));
    const [shown, other] = [await view(pick()), await view(pick())];
    const grade = (1 + Math.floor(random() * 4)) as Grade;
    const answer = { sessionId, elapsedMs: 1_000, grade };
    if (other.cardId !== shown.cardId)
      await app.call('study.answer', { ...answer, cardId: other.cardId, revision: other.revision });
    const { due, days } = shown.intervals[grade];
    const seen = { cardId: shown.cardId, revision: shown.revision, ...(days !== undefined && { due }) };
    const outcome = await app.call('study.answer', { ...answer, ...seen });
    expect([outcome.due, outcome.days]).toEqual([due, days]);
    expect(outcome.why?.grades?.[grade]).toEqual({ due, ...(days !== undefined && { days }) });
    // Study day 0 was a Thursday.
    if (outcome.why?.phase === 'review') expect([0, 3]).not.toContain(new Date(due + 7 * 3_600_000).getUTCDay());
  }
});
