import type { Client } from '../../../core/api/client.ts';
import type { Deed, Output, Outcome, Sent, SessionProgress } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import type { Settings } from '../../../core/domain/settings.ts';
import type { TextKey } from '../i18n/locale.svelte.ts';
import { sessionHref } from '../app/address.ts';
import { Task } from '../app/task.svelte.ts';
import { Undo } from './undo.svelte.ts';
import { QuestionRun } from './question-run.svelte.ts';

export type Summary = Output<'study.summary'>;
export type StudyMode = Sent<'study.start'>['mode'];
export type CardFilter = NonNullable<Sent<'study.start'>['filter']>;
export interface Scope {
  readonly courseId: string | null;
  readonly lessonId: string | null;
  /** Otherwise what is due, or the new questions of the lesson. */
  readonly mode?: StudyMode | undefined;
  /** Narrows it to some cards. */
  readonly filter?: CardFilter | undefined;
}
/** What sessions are made of. */
export interface SessionOwner {
  readonly call: Client;
  readonly preferences?: { readonly current: Pick<Settings, 'askSure'> };
}
export type EmptyReason = Output<'study.start'>['why'];
type Notice =
  | Extract<TextKey, 'review.suspended' | 'review.moved' | 'review.restarted' | 'review.nothingToUndo'>
  | { readonly undone: Deed };

/** A session of reviews. It lives above the views: the learner can read a lesson meanwhile and come back to the same question. */
export class ReviewSession {
  run = $state.raw<QuestionRun | null>(null);
  progress = $state.raw<SessionProgress | null>(null);
  summary = $state.raw<Summary | null>(null);
  /** Why it began with nothing to ask. */
  why = $state.raw<EmptyReason>(null);
  notice = $state.raw<Notice | null>(null);
  readonly undoing: Undo;
  /** The last card graded by the learner, who is already looking at the next one. */
  last = $state.raw<Outcome | null>(null);
  readonly #call: Client;
  readonly #asksSure: () => boolean;
  readonly #task = new Task((code) => this.#restart(code));
  /** Of the session on show; it stands in the address. */
  sessionId = $state.raw<string | null>(null);
  #scope: Scope = { courseId: null, lessonId: null };

  constructor({ call, preferences }: SessionOwner) {
    this.#call = call;
    this.#asksSure = () => preferences?.current.askSure ?? false;
    this.undoing = new Undo(call);
  }

  get busy(): boolean {
    return this.#task.running;
  }
  get error(): ErrorCode | null {
    return this.#task.error;
  }

  /** True while there is a question to come back to. */
  get active(): boolean {
    return this.run !== null;
  }

  /**
   * Goes on with the session where it stands, or starts one for another scope or after the last has ended. What is going on is
   * waited for; of several that are opened meanwhile the last one is.
   * @param sessionId the session to go on with, where none is going on here: the page was loaded again
   */
  readonly open = async (scope: Scope, sessionId: string | null = null): Promise<void> => {
    if (!this.busy && this.#holds(scope)) return;
    await this.#task.runNext(async () => {
      if (this.#holds(scope)) return;
      this.#scope = scope;
      const resumes = sessionId !== null && sessionId !== this.sessionId;
      await (resumes ? this.#resume(sessionId) : this.#start());
    });
  };

  /** Starts another session of the same scope. */
  readonly begin = (): Promise<void> => this.#task.run(this.#start);

  /** Goes on with a session that was begun elsewhere, of whatever is due. */
  readonly take = async (sessionId: string): Promise<void> => {
    await this.#task.runNext(async () => {
      this.#scope = { courseId: null, lessonId: null };
      this.why = null;
      this.notice = null;
      this.last = null;
      await this.#resume(sessionId);
    });
  };

  readonly next = (): Promise<void> =>
    this.#task.run(async () => {
      this.notice = null;
      this.last = null;
      await this.#advance();
    });

  /** @param reachBack takes back what was done before this session, too: the learner was asked */
  readonly undo = (reachBack = false): Promise<void> =>
    this.#task.run(async () => {
      const undone = await this.undoing.take(this.sessionId ?? '', reachBack);
      if (undone !== null) {
        await this.#advance();
        await this.#count();
        this.last = null;
        this.notice = { undone };
      } else if (this.undoing.older === null) this.notice = 'review.nothingToUndo';
    });

  /** Time has passed, or the learner was away: what is asked is what is due now. */
  readonly renew = async (): Promise<void> => {
    if (this.sessionId === null || this.busy) return;
    await this.#task.run(async () => {
      const { run } = this;
      if (run === null) return this.summary?.answered === 0 ? this.#start() : this.#advance();
      if (run.settled || run.busy) return;
      const sessionId = this.sessionId ?? '';
      const { card, wanted } = await this.#call('study.card', { sessionId, cardId: run.card.cardId });
      if (wanted && card.revision === run.revision) return run.renewPreview(card);
      await this.#advance();
      await this.#count();
      this.notice = this.run?.card.cardId === card.cardId ? null : 'review.moved';
    });
  };

  /** Notes were changed, or are gone: what is asked is shown as it is now. */
  readonly contentChanged = async (): Promise<void> => {
    if (this.run === null || this.run.settled) return;
    await this.#task.runNext(async () => {
      await this.#advance();
      await this.#count();
    });
  };

  readonly suspend = (): Promise<void> =>
    this.#task.run(async () => {
      if (!this.run) return;
      const { cardId } = this.run.card;
      const sessionId = this.sessionId ?? '';
      await this.#call('card.update', { cardId, change: { suspended: true }, sessionId });
      await this.#advance();
      await this.#count();
      this.last = null;
      this.notice = 'review.suspended';
    });

  /** Asks how far the session is; an answer says it by itself. */
  async #count(): Promise<void> {
    if (this.sessionId !== null) this.progress = await this.#call('study.progress', { sessionId: this.sessionId });
  }

  /** Where it goes on. */
  get address(): string {
    return sessionHref(this.#scope);
  }

  /** The session is of the scope that the address names. */
  readonly isOf = (scope: Scope): boolean => nameOf(this.#scope) === nameOf(scope);

  /** A question of the scope is on show. */
  #holds(scope: Scope): boolean {
    if (!this.active) return false;
    const isWithin = scope.courseId === null || scope.courseId === this.#scope.courseId;
    return this.isOf(scope) || (isUsual(scope) && scope.lessonId === null && isUsual(this.#scope) && isWithin);
  }

  async #resume(sessionId: string): Promise<void> {
    this.sessionId = sessionId;
    // The counter first: a question is never shown without it.
    await this.#count();
    await this.#advance();
  }

  readonly #start = async (): Promise<void> => {
    const { courseId, lessonId, mode, filter } = this.#scope;
    const started = await this.#call('study.start', {
      mode: mode ?? (lessonId === null ? 'review' : 'learn'),
      ...(courseId === null ? {} : { courseId }),
      ...(lessonId === null ? {} : { lessonId }),
      ...(filter && { filter }),
    });
    this.sessionId = started.sessionId;
    this.progress = started.counts;
    this.why = started.why;
    this.summary = null;
    this.notice = null;
    this.last = null;
    await this.#advance();
  };

  async #advance(): Promise<void> {
    const sessionId = await this.#session();
    const card = await this.#call('study.next', { sessionId });
    if (card === null) {
      this.summary = await this.#call('study.summary', { sessionId });
      this.run = null;
      return;
    }
    this.summary = null;
    const run = new QuestionRun(card, {
      call: this.#call,
      session: this.#session,
      asksSure: this.#asksSure,
      onoutcome: (outcome) => this.#take(run, outcome),
      onrefused: (code) => this.#askAgain(code),
    });
    this.run = run;
  }

  readonly #session = (): Promise<string> => Promise.resolve(this.sessionId ?? '');

  /** A card the learner graded alone has shown everything: the next one follows at once. */
  #take(run: QuestionRun, outcome: Outcome): void {
    this.progress = outcome.progress;
    this.notice = null;
    if (run.card.kind !== 'card') return;
    void this.next().then(() => {
      this.last = outcome;
    });
  }

  /** A session the host no longer knows is started anew; anything else is shown. */
  async #restart(code: ErrorCode): Promise<boolean> {
    if (code !== 'session-ended' || this.sessionId === null) return false;
    this.sessionId = null;
    await this.#start();
    this.notice = 'review.restarted';
    return true;
  }

  /** After an answer was refused because its question, or the session, is gone. */
  async #askAgain(code: ErrorCode): Promise<boolean> {
    if (code === 'session-ended') await this.#task.run(() => this.#restart(code));
    if (code !== 'stale-card') return false;
    if (await this.#task.run(() => this.#renewPreview())) return true;
    await this.next();
    this.notice = 'review.moved';
    return false;
  }

  /** Is the question still the one that is asked? Then only what its buttons promised was of an earlier day. */
  async #renewPreview(): Promise<boolean> {
    const { run } = this;
    if (run === null) return false;
    const cardId = run.card.cardId;
    const { card, wanted } = await this.#call('study.card', { sessionId: await this.#session(), cardId });
    if (!wanted || card.revision !== run.revision) return false;
    run.renewPreview(card);
    return true;
  }

  /** The host is back: go on where it was lost. */
  readonly recover = (scope: Scope): void => {
    this.run?.recover();
    if (this.#task.recover() && this.run === null) void this.open(scope);
  };
}

const nameOf = ({ courseId, lessonId, mode, filter }: Scope): string =>
  JSON.stringify([courseId, lessonId, mode, filter]);

/** What is due, or new in a lesson: not what was chosen by hand. */
const isUsual = ({ mode, filter }: Scope): boolean => mode === undefined && filter === undefined;
