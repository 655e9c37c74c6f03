import { expect, test } from './fixtures.ts';
import { lessons } from './pages/course-knowledge.ts';
import type { Change } from './pages/key-model.ts';
import { KeyWalk } from './pages/key-walk.ts';

// A trace of thousands of steps costs more than the steps; the last ones stand in the message.
test.use({ locale: 'en-GB', viewport: { width: 640, height: 480 }, trace: 'off' });

const isLong = Boolean(process.env['JAMDAI_LONG']);
/** Of each of the two walks. */
const PRESSES = 1_000;
const SEEDS = isLong ? 5 : 1;

const [first] = lessons;
/** A walk that leaves a place, or comes to its end, goes on at the next one. `least`: what must have been done, or nothing was put to the test. */
const WALKS: readonly {
  readonly place: string;
  readonly starts: readonly string[];
  readonly least: Partial<Record<Change, number>>;
}[] = [
  {
    place: 'lesson',
    starts: lessons.map(({ id }) => `#/lesson/csto/${id}`),
    least: { 'lesson.complete': 1, 'study.answer': 2, 'study.undo': 1 },
  },
  {
    place: 'review',
    starts: ['#/review', `#/practice/csto/${first?.id}`],
    least: { 'study.answer': 15, 'study.undo': 2, 'card.update': 1 },
  },
];

for (const { place, starts, least } of WALKS)
  for (let seed = 1; seed <= SEEDS; seed += 1)
    test(`random keys and clicks in a ${place} change nothing but what they mean, walk ${seed}`, async ({ open }) => {
      test.setTimeout(600_000);
      const page = await open();
      const walk = await KeyWalk.on(page, `keys in a ${place}, ${seed}`);
      if (place === 'review') {
        // Questions to review: the first lesson is read by clicks.
        await walk.goTo(`#/lesson/csto/${first?.id}`);
        const heading = page.getByRole('heading', { level: 1 });
        for (const _ of first?.sections ?? []) {
          const before = await heading.innerText();
          await page.getByRole('button', { name: /^(Continue|Finish)/ }).click();
          await expect(heading).not.toHaveText(before);
        }
      }
      const goOn = () => walk.goTo(starts[(left += 1) % starts.length]!);
      let left = -1;
      await goOn();
      while (walk.presses < PRESSES) {
        if (!starts.some((start) => start.startsWith(`#/${walk.place}`)) || walk.isOver) await goOn();
        await walk.step();
      }
      test.info().annotations.push({ type: 'done', description: JSON.stringify([...walk.counted]) });
      for (const [change, times] of Object.entries(least))
        expect(walk.counted.get(change as Change) ?? 0, change).toBeGreaterThanOrEqual(times);
    });
