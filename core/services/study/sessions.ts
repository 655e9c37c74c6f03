import { randomUUID } from 'node:crypto';
import { contract } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { EventRef, ReviewMode } from '../../domain/history/events.ts';
import type { CardState, Progress } from '../../domain/progress.ts';
import { shuffled } from '../../domain/random.ts';
import { SessionQueue } from '../../domain/session-queue.ts';
import type { Grade } from '../../domain/schedule.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { dueCards, momentOf, roomToday } from './due-cards.ts';

/** What a session is about. It is written into the session's id, so that a session outlives the process that began it. */
export interface SessionScope {
  readonly mode: ReviewMode;
  readonly courseId?: string | undefined;
  readonly lessonId?: string | undefined;
  readonly limit?: number | undefined;
}

/** An answer given in a session: enough to correct it or to list it at the end. */
export interface SessionAnswer {
  readonly cardId: string;
  readonly ref: EventRef;
  readonly before: CardState;
  readonly grade: Grade;
  readonly elapsedMs: number;
}

export interface Session {
  readonly id: string;
  readonly scope: SessionScope;
  readonly queue: SessionQueue;
  readonly answers: SessionAnswer[];
}

/** Old sessions are forgotten beyond this many. */
const KEPT = 50;

export function createSessions(catalog: Catalog, store: ProgressStore, clock: Clock) {
  const open = new Map<string, Session>();

  function begin(id: string, scope: SessionScope): Session {
    const session = { id, scope, queue: queueOf(scope, id, catalog, store.progress, clock), answers: [] };
    open.set(id, session);
    for (const old of open.keys()) if (open.size > KEPT) open.delete(old);
    return session;
  }

  return {
    start: (scope: SessionScope): Session => begin(encode(scope), scope),
    /** @throws AppError `session-ended` for an id that can not be gone on with: the learner starts a new one */
    get(id: string): Session {
      const scope = open.has(id) ? null : decode(id);
      // Which cards a practice has been through is known to its process only.
      if (scope?.mode === 'practice') throw new AppError('session-ended', 'practice of an earlier run');
      return scope ? begin(id, scope) : (open.get(id) as Session);
    },
    all: (): Iterable<Session> => open.values(),
  };
}
export type Sessions = ReturnType<typeof createSessions>;

function queueOf(
  { mode, courseId, lessonId, limit }: SessionScope,
  seed: string,
  catalog: Catalog,
  progress: Progress,
  clock: Clock,
): SessionQueue {
  const scope = catalog.cards({ courseId, lessonId });
  const moment = momentOf(clock, progress);
  if (mode === 'practice') {
    const cards = shuffled(
      scope.map(({ cardId }) => cardId).filter((cardId) => !progress.cards.get(cardId)?.suspended),
      seed,
    );
    return new SessionQueue({ learning: [], review: cards.slice(0, limit), fresh: [] });
  }
  const due = dueCards(scope, progress, moment);
  const room = roomToday(progress, moment.today);
  if (mode === 'learn') {
    // The learner asks for new cards: read or not, waiting or not, and beyond the daily limit when a lesson is named.
    const fresh = scope.flatMap(({ cardId }) => {
      const state = progress.cards.get(cardId);
      return state?.memory || state?.suspended ? [] : cardId;
    });
    return new SessionQueue({
      learning: due.learning,
      review: [],
      fresh: fresh.slice(0, limit ?? (lessonId === undefined ? room.fresh : undefined)),
    });
  }
  const review = due.review.slice(0, Math.min(room.review, limit ?? Infinity));
  const fresh = due.fresh.slice(0, Math.min(room.fresh, (limit ?? Infinity) - review.length));
  return new SessionQueue({ learning: due.learning, review, fresh });
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
