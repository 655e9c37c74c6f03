import type { EventBody, JournalEvent } from '../../../domain/history/events.ts';
import { refOf } from '../../../domain/history/events.ts';
import { REVIEW_MODES } from '../../../domain/history/event-schemas.ts';
import type { Grade } from '../../../domain/grade.ts';
import type { CardId, EventRef } from '../../../domain/ids.ts';
import { MODES } from '../../../domain/study/modes.ts';
import type { KeptMemory } from '../../../domain/study/schedule.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import type { NewEvent } from '../../ports.ts';
import { STATS_CARDS } from './stats-course.fixture.ts';

const HISTORY_BEGINS = Date.parse('2026-01-10T08:00Z');
const ZONES = [420, 0, -480];

/** Whatever a learner may do, by a source of randomness. */
export class RandomLearner {
  readonly #last = new Map<CardId, EventRef>();
  #parameters: EventRef | undefined;

  constructor(readonly random: () => number) {}

  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Something was done: what comes knows of it. */
  note(ref: EventRef, body: EventBody): void {
    if (body.type === 'review') this.#last.set(body.card, ref);
    if (body.type === 'parameters') this.#parameters = ref;
  }

  /** An answer, most often one that moves the schedule. */
  answer(at: number, more: { corrects?: EventRef; card?: CardId } = {}): Extract<NewEvent, { type: 'review' }> {
    const card = more.card ?? this.pick(STATS_CARDS);
    const mode = this.random() < 0.7 ? 'review' : this.pick(REVIEW_MODES);
    const grade = (this.random() < 0.25 ? 1 : 2 + this.below(3)) as Grade;
    const said = this.random();
    return {
      ...{ type: 'review', card, mode, grade, prev: this.#last.get(card) ?? null },
      memory: MODES[mode].schedules ? this.#memory(grade, at) : null,
      ...{ retention: 0.9, rolloverHour: this.pick([4, 4, 0]), elapsedMs: this.below(90_000) + this.random() },
      ...(this.random() < 0.3 && { timeCapS: 80 }),
      ...(this.random() < 0.7 && { verdict: grade > 1 ? 'right' : 'wrong', response: this.#response(grade) }),
      ...(said < 0.4 && { sure: said < 0.3 }),
      ...(this.#parameters && { parameters: this.#parameters }),
      ...(more.corrects && { corrects: more.corrects }),
    };
  }

  /** Something else than an answer, an undo or a correction. */
  other(at: number): NewEvent {
    const today = Math.floor(at / DAY_MS);
    const cards = [this.pick(STATS_CARDS)];
    switch (this.below(6)) {
      case 0:
        return { type: 'card', cards, change: { reset: true } };
      case 1:
        return {
          type: 'card',
          cards,
          change: { dueDay: today + this.below(60), ...(this.random() < 0.3 && { lastDay: today - 1 }) },
        };
      case 2:
        return {
          type: 'card',
          cards,
          change: { suspended: this.random() < 0.5, buriedUntilDay: today + this.below(3) },
        };
      case 3: {
        const lastDay = today - this.below(5);
        const { stabilityDays, difficulty, intervalDays } = this.#memory(3, at);
        const known = { stabilityDays, difficulty, intervalDays, reps: 4, lapses: 1 };
        const memory = { ...known, phase: 'review', at: lastDay * DAY_MS, lastDay } as const;
        return { type: 'card', cards, change: { memory, ...(this.random() < 0.3 && { dueDay: today + 9 }) } };
      }
      case 4:
        return { type: 'section-read', course: 'stats', lesson: 'l1', sections: ['one'], introduces: cards };
      default: {
        const weights = Array.from({ length: 21 }, (_, i) => (i === 20 ? 0.1 + this.random() / 2 : 0.5));
        return { type: 'parameters', id: 'current', set: { model: 'FSRS-6', version: 1, weights } };
      }
    }
  }

  #response(grade: Grade) {
    if (this.random() < 0.3) return ['a', this.pick(['b', 'c'])];
    return grade > 1 ? 'a' : this.pick(['b', 'c', 'c', 'hill']);
  }

  #memory(grade: Grade, at: number): KeptMemory {
    const phase = grade === 1 ? this.pick(['learning', 'relearning'] as const) : 'review';
    return {
      ...{ phase, due: at + DAY_MS, stabilityDays: 0.2 + this.random() * 60, difficulty: 1 + this.random() * 9 },
      intervalDays: phase === 'review' ? 1 + this.below(60) : 0,
      ...{ step: 0, reps: 1, lapses: 0, lastReview: at },
    };
  }
}

/** The journals of two devices that were apart: each knows nothing of the other's answers, but may take them back. */
export function randomJournals(learner: RandomLearner, steps: number): JournalEvent[][] {
  const journals: JournalEvent[][] = [[], []];
  const devices = ['aaaaaa', 'bbbbbb'];
  let at = HISTORY_BEGINS;
  const add = (which: number, body: EventBody, batch?: number) => {
    const journal = journals[which]!;
    const stamp = {
      v: 1,
      device: devices[which]!,
      seq: journal.length + 1,
      at,
      order: Math.max(at, 1 + (journal.at(-1)?.order ?? 0)),
      utcOffsetMin: learner.pick(ZONES),
    } as const;
    const event: JournalEvent = { ...stamp, ...(batch !== undefined && { batch }), ...body };
    journal.push(event);
    learner.note(refOf(event), body);
  };
  for (let step = 0; step < steps; step++) {
    const which = learner.below(2);
    const luck = learner.random();
    at += learner.below(3) === 0 ? learner.below(3 * DAY_MS) : learner.below(900_000);
    const target = learner.pick(journals[learner.below(2)]!);
    if (luck < 0.8 || !target) add(which, learner.answer(at));
    else if (luck < 0.87) add(which, learner.other(at));
    else if (luck < 0.92) add(which, { type: 'undo', of: [refOf(target)] });
    else if (luck < 0.96 && target.type === 'review')
      add(which, learner.answer(at, { corrects: refOf(target), card: target.card }));
    else if (luck < 0.98) {
      const batch = journals[which]!.length + 1;
      for (let i = 0; i < 3; i++) add(which, learner.answer(at), batch);
    } else
      add(which, { type: 'clock', spans: [{ device: devices[which]!, from: 1, to: 1 + learner.below(9), days: 2 }] });
  }
  return journals;
}
