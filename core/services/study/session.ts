import type { CardId, EventRef } from '../../domain/ids.ts';
import type { Input, SessionProgress } from '../../api/contract.ts';
import type { Grade } from '../../domain/grade.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import { askedAgainAt } from '../../domain/study/session-cards.ts';
import type { SessionQueue } from '../../domain/study/session-queue.ts';
import type { ProgressStore, Undone } from '../ports.ts';
import { splitRef } from '../../domain/history/events.ts';

/** What a session is about. It is written into the session's id, so that a session outlives the process that began it. */
export type SessionScope = Readonly<Input<'study.start'>>;

/** An answer given in a session: enough to correct it or to list it at the end. */
export interface SessionAnswer {
  readonly cardId: CardId;
  readonly ref: EventRef;
  readonly before: CardState;
  readonly grade: Grade;
  readonly elapsedMs: number;
}

/** One session of this process: what it asks, what was answered, and what else was done in it. */
export class Session {
  /** Everything done in it, oldest first, what was taken back included: a history can bring it back. */
  readonly #deeds: EventRef[] = [];
  readonly #answers: SessionAnswer[] = [];
  /** Answers that stood of each card when it was last looked at. */
  #counted: ReadonlyMap<CardId, number> = new Map();

  constructor(
    readonly id: string,
    readonly scope: SessionScope,
    readonly queue: SessionQueue,
    private readonly store: ProgressStore,
  ) {}

  /** The answers that count: neither taken back nor replaced, wherever that was done. */
  get answers(): SessionAnswer[] {
    return this.#answers.filter(({ ref }) => this.#stands(ref));
  }

  get counts(): SessionProgress {
    return this.queue.counts(new Set(this.answers.map(({ cardId }) => cardId)));
  }

  /** What undo takes back first. */
  get lastDeed(): EventRef | undefined {
    return this.#deeds.findLast((ref) => this.#stands(ref));
  }

  record(ref: EventRef): void {
    this.#deeds.push(ref);
  }

  answered(answer: SessionAnswer, now: number): void {
    this.#answers.push(answer);
    this.record(answer.ref);
    this.#ask(answer.cardId, now);
    this.#counted = this.#count();
  }

  /** Something was taken or brought back, here or elsewhere: its cards are asked as if it had never been, or had. */
  follow({ type }: Pick<Undone, 'type'>, cards: ReadonlySet<CardId>, now: number): void {
    const before = this.#counted;
    this.#counted = this.#count();
    for (const cardId of new Set([...before.keys(), ...this.#counted.keys()])) {
      if (!cards.has(cardId)) continue;
      const more = (this.#counted.get(cardId) ?? 0) - (before.get(cardId) ?? 0);
      if (more < 0) this.queue.showNext(cardId);
      // As many as before: another verdict on the same answer holds now, and with it another time to come back.
      else if (more > 0 || type === 'review') this.#ask(cardId, now);
    }
    for (const cardId of cards) this.queue.showNextIfDropped(cardId);
  }

  #ask(cardId: CardId, now: number): void {
    const state = this.store.progress.cards.get(cardId) ?? UNTOUCHED;
    this.queue.answered(cardId, askedAgainAt(state, this.scope.mode, now));
  }

  #count(): ReadonlyMap<CardId, number> {
    const counts = new Map<CardId, number>();
    for (const { cardId } of this.answers) counts.set(cardId, (counts.get(cardId) ?? 0) + 1);
    return counts;
  }

  #stands(ref: EventRef): boolean {
    return !this.store.isUndone(splitRef(ref));
  }
}
