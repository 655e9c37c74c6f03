import { randomUUID } from 'node:crypto';
import { contract } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { MODES } from '../../domain/study/modes.ts';
import { sessionCards } from '../../domain/study/session-cards.ts';
import { SessionQueue } from '../../domain/study/session-queue.ts';
import { whyEmpty, type EmptyReason } from '../../domain/study/why-empty.ts';
import type { Learner } from '../courses/learner.ts';
import { createTurns } from '../jobs/turns.ts';
import { Session, type SessionScope } from './session.ts';

/** Old sessions are forgotten beyond this many. */
const KEPT = 50;

/** The sessions of this process. */
export class Sessions {
  /** Whatever changes the learner's history and the sessions with it runs one at a time. */
  readonly turn = createTurns();
  readonly #open = new Map<string, Session>();

  constructor(private readonly learner: Learner) {}

  /** @returns the session, and why it has nothing to ask now; null where it has */
  start(scope: SessionScope): { session: Session; why: EmptyReason | null } {
    return this.#begin(encode(scope), scope);
  }

  /** @throws AppError `session-ended` for an id that can not be gone on with: the learner starts a new one */
  get(id: string): Session {
    const open = this.#open.get(id);
    if (open) return open;
    const scope = decode(id);
    if (!MODES[scope.mode].resumes) throw new AppError('session-ended', `${scope.mode} of an earlier run`);
    return this.#begin(id, scope).session;
  }

  all(): Iterable<Session> {
    return this.#open.values();
  }

  #begin(id: string, scope: SessionScope): { session: Session; why: EmptyReason | null } {
    const { progress } = this.learner;
    const { mode, lessonId, limit } = scope;
    const wish = { mode, ofLesson: lessonId !== undefined, limit, seed: id };
    const [cards, moment] = [this.learner.catalog.cards(scope), this.learner.moment()];
    const chosen = sessionCards(cards, progress, moment, wish);
    const session = new Session(id, scope, new SessionQueue(chosen), this.learner.store);
    this.#open.set(id, session);
    for (const old of this.#open.keys()) if (this.#open.size > KEPT) this.#open.delete(old);
    return { session, why: whyEmpty(chosen, cards, progress, moment, wish) };
  }
}

const encode = (scope: SessionScope) =>
  Buffer.from(JSON.stringify({ ...scope, key: randomUUID().slice(0, 8) })).toString('base64url');

function decode(id: string): SessionScope {
  try {
    const { key, ...scope } = JSON.parse(Buffer.from(id, 'base64url').toString('utf8')) as SessionScope & {
      key: unknown;
    };
    const parsed = contract['study.start'].input.safeParse(scope);
    if (parsed.success && typeof key === 'string') return parsed.data;
  } catch {
    // Not an id of ours: said below.
  }
  throw new AppError('session-ended', 'unknown session');
}
