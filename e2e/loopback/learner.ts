import { setTimeout as wait } from 'node:timers/promises';
import { expect, MONDAY } from '../fixtures.ts';
import { lessons } from '../pages/course-knowledge.ts';
import { startWebShell, type WebShell } from '../web-shell.ts';
import { ask, seen } from './seen.ts';

/** Cards that the learners of these specs know. */
const CARDS = lessons.slice(0, 2).flatMap(({ questions }) => questions.map(({ id }) => `csto/${id}`));

/** Somebody who studies on a data folder of their own, and remembers what was acknowledged. */
export class Learner {
  shell!: WebShell;
  /** How many answers to each card were acknowledged. */
  readonly acknowledged = new Map<string, number>();
  #given = 0;

  constructor(private readonly dataDir: string) {}

  get total(): number {
    return [...this.acknowledged.values()].reduce((sum, count) => sum + count, 0);
  }

  /** All of them study at the same moment, so that what they see can be compared. */
  async start(): Promise<void> {
    this.shell = await startWebShell(this.dataDir, MONDAY);
  }

  ask = <T>(method: string, input: unknown): Promise<T> => ask<T>(this.shell, method, input);

  /** Answers so many questions, or until the shell dies. */
  async study(answers: number, pauseMs = 0): Promise<void> {
    const session = await this.shell.call('study.start', { mode: 'learn', courseId: 'csto' }).catch(() => null);
    if (session === null) return;
    const { sessionId } = session.value as { sessionId: string };
    for (let i = 0; i < answers; i += 1, this.#given += 1) {
      const cardId = CARDS[(this.#given * 7) % CARDS.length]!;
      if (!(await this.#answer(sessionId, cardId))) return;
      if (pauseMs > 0) await wait(pauseMs);
    }
  }

  /** @returns false where the shell is dead */
  async #answer(sessionId: string, cardId: string): Promise<boolean> {
    for (let revision = 0; ;) {
      const input = { sessionId, cardId, grade: 3, elapsedMs: 1000, revision };
      const reply = await this.shell.call('study.answer', input).catch(() => null);
      if (reply === null) return false;
      if (reply.error?.code === 'stale-card') {
        // What another device did to the card came in meanwhile: it is looked at again.
        ({ revision } = (reply.error as unknown as { details: { revision: number } }).details);
        continue;
      }
      expect(reply.ok, JSON.stringify(reply)).toBe(true);
      this.acknowledged.set(cardId, 1 + (this.acknowledged.get(cardId) ?? 0));
      return true;
    }
  }
}

type Seen = Awaited<ReturnType<typeof seen>>;

/** Syncs until all see the same and nothing is on its way. @throws where that takes longer than `withinMs` */
export async function untilEqual(learners: readonly Learner[], withinMs: number): Promise<Seen> {
  for (const end = Date.now() + withinMs; ; await wait(500)) {
    const ways = [];
    for (const learner of learners) ways.push(await learner.ask<{ onTheWay: { events: number } }>('sync.now', {}));
    const views = [];
    for (const { shell } of learners) views.push(JSON.stringify(await seen(shell, CARDS)));
    if (new Set(views).size === 1 && ways.every(({ onTheWay }) => onTheWay.events === 0))
      return JSON.parse(views[0]!) as Seen;
    if (Date.now() < end) continue;
    expect(JSON.parse(views[1]!), `${JSON.stringify(ways)} after ${withinMs} ms`).toEqual(JSON.parse(views[0]!));
  }
}

/** No answer that was acknowledged is missing in what all see. */
export function expectNothingLost({ histories }: Seen, learners: readonly Learner[]): void {
  for (const [at, cardId] of CARDS.entries()) {
    const there = histories[at]!.reviews.length;
    const given = learners.reduce((sum, { acknowledged }) => sum + (acknowledged.get(cardId) ?? 0), 0);
    expect(there, `answers to ${cardId}`).toBeGreaterThanOrEqual(given);
  }
}
