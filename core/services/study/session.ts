import type { CardId, EventRef } from '../../domain/ids.ts';
import type { Input, SessionProgress } from '../../api/contract.ts';
import type { Grade } from '../../domain/grade.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import type { TaughtCard } from '../../domain/study/due-cards.ts';
import { isHidden, type Moment } from '../../domain/study/moment.ts';
import { askedAgainAt, isSureWrong, isTooMuch, wantedFrom } from '../../domain/study/session-cards.ts';
import type { SessionQueue } from '../../domain/study/session-queue.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { ProgressStore, Undone } from '../ports.ts';
import { splitRef, type ReviewMode } from '../../domain/history/events.ts';

/** What a session is about. It is written into the session's id, so that a session outlives the process that began it. */
export type SessionScope = Readonly<Omit<Input<'study.start'>, 'mode'>> & { readonly mode: ReviewMode };

/** An answer given in a session: enough to correct it or to list it at the end. */
export interface SessionAnswer {
  readonly cardId: CardId;
  readonly ref: EventRef;
  readonly before: CardState;
  readonly grade: Grade;
  readonly sure: boolean;
  /** What the answer counted as: one that came back for being sure and wrong moves no schedule. */
  readonly mode: ReviewMode;
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
    /** How long before its step ends a card may be shown. */
    private readonly learnAheadMs: number,
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

  /** From when on the card has work to do in this session, epoch ms (0: at once); null: not today, or not at all. */
  wantedFrom(card: CatalogCard, moment: Moment): number | null {
    if (card.question.retired) return null;
    const { progress } = this.store;
    const { mode } = this.scope;
    const state = progress.cards.get(card.cardId) ?? UNTOUCHED;
    const from = wantedFrom(state, mode, moment, this.learnAheadMs);
    if (from !== null && !isTooMuch(card, this.#wish, progress, moment)) return from;
    return this.isSureWrong(card.cardId) && !isHidden(state, moment.today) ? 0 : null;
  }

  /** Was the last answer to the card in this session one that the learner was sure of, and wrong? */
  isSureWrong(cardId: CardId): boolean {
    const last = this.#given(cardId).at(-1);
    return last !== undefined && isSureWrong(last);
  }

  /** What an answer to the card counts as: where it only comes back for being sure and wrong, the schedule does not want it. */
  modeOf(card: TaughtCard, moment: Moment): ReviewMode {
    const { mode } = this.scope;
    const state = this.store.progress.cards.get(card.cardId) ?? UNTOUCHED;
    const isExtra = this.isSureWrong(card.cardId) && wantedFrom(state, mode, moment, this.learnAheadMs) === null;
    return isExtra ? 'practice' : mode;
  }

  get #wish() {
    const { mode, lessonId, limit } = this.scope;
    return { mode, ofLesson: lessonId !== undefined, limit };
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
    const given = this.#given(cardId);
    this.queue.answered(cardId, askedAgainAt(state, this.scope.mode, now, given, this.learnAheadMs));
  }

  #given(cardId: CardId): SessionAnswer[] {
    return this.#answers.filter((answer) => answer.cardId === cardId && this.#stands(answer.ref));
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
