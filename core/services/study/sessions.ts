import { randomUUID } from 'node:crypto';
import { contract } from '../../api/contract.ts';
import type { CardId } from '../../domain/ids.ts';
import { AppError } from '../../domain/errors.ts';
import { MODES } from '../../domain/study/modes.ts';
import { atOnce } from '../../domain/at-once.ts';
import { choosingCards } from '../../domain/study/session-cards.ts';
import { SessionQueue, type SessionCards } from '../../domain/study/session-queue.ts';
import { whyEmpty, type EmptyReason } from '../../domain/study/why-empty.ts';
import { filtered } from '../../domain/study/card-filter.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import { missedToday } from './missed-today.ts';
import { MixUps } from './mix-ups.ts';
import { Session, type SessionScope } from './session.ts';

interface Begun {
  readonly session: Session;
  readonly why: EmptyReason | null;
}

/** Old sessions are forgotten beyond this many. */
const KEPT = 50;

/** The sessions of this process. */
export class Sessions {
  /** Whatever changes the learner's history and the sessions with it runs one at a time. */
  readonly turn = createTurns();
  readonly #open = new Map<string, Session>();

  constructor(
    private readonly learner: Learner,
    private readonly mixUps = new MixUps(learner),
  ) {}

  /**
   * @param among the only cards that are meant, where the scope names a query
   * @returns the session, and why it has nothing to ask now; null where it has
   */
  start(scope: SessionScope, among?: ReadonlySet<CardId>): Promise<Begun> {
    return inSlices(this.#begin(encode(scope), scope, among));
  }

  /** A session of exactly these cards, those of each kind of work in their order. */
  startOf(scope: SessionScope, cards: SessionCards): Session {
    return this.#hold(encode(scope), scope, cards);
  }

  /** @throws AppError `session-ended` for an id that can not be gone on with: the learner starts a new one */
  get(id: string): Session {
    const open = this.#open.get(id);
    if (open) return open;
    const scope = decode(id);
    if (!MODES[scope.mode].resumes) throw new AppError('session-ended', `${scope.mode} of an earlier run`);
    return atOnce(this.#begin(id, scope)).session;
  }

  all(): Iterable<Session> {
    return this.#open.values();
  }

  *#begin(id: string, scope: SessionScope, among?: ReadonlySet<CardId>): Generator<void, Begun> {
    const { progress } = this.learner;
    const { mode, courseId, lessonId, limit, filter } = scope;
    const named = { ofLesson: lessonId !== undefined, inGivenOrder: filter?.cardIds !== undefined };
    const course = courseId === undefined ? undefined : this.learner.catalog.course(courseId);
    const wish = { mode, course, limit, seed: id, isFiltered: filter !== undefined, ...named };
    const [cards, moment] = [this.#cardsOf(scope, among), this.learner.moment()];
    const chosen = yield* choosingCards(cards, progress, moment, wish);
    return { session: this.#hold(id, scope, chosen), why: yield* whyEmpty(chosen, cards, progress, moment, wish) };
  }

  #hold(id: string, scope: SessionScope, cards: SessionCards): Session {
    const options = this.learner.options(scope.courseId);
    const queue = new SessionQueue(cards, options);
    const session = new Session(id, scope, queue, this.learner.store, options.learnAheadMin * 60_000);
    this.#open.set(id, session);
    for (const old of this.#open.keys()) if (this.#open.size > KEPT) this.#open.delete(old);
    return session;
  }

  #cardsOf({ mode, filter, ...scope }: SessionScope, among?: ReadonlySet<CardId>): readonly CatalogCard[] {
    const { learner } = this;
    const every = learner.catalog.cards(scope);
    const all = among ? every.filter(({ cardId }) => among.has(cardId)) : every;
    const cards = filter
      ? filtered(all, filter, {
          ...{ progress: learner.progress, moment: learner.moment() },
          missedToday: () => missedToday(learner),
        })
      : all;
    return mode === 'contrast' && !filter?.cardIds ? this.mixUps.inTurn(cards) : cards;
  }
}

/**
 * A session's id holds its scope. Cards that are named one by one would make it too long, and a query finds others tomorrow: such a
 * session lives as long as the process, and nobody finds cards behind its id that are not meant.
 */
function encode({ filter, ...scope }: SessionScope): string {
  const { cardIds, query, ...rest } = filter ?? {};
  const isOfCards = cardIds !== undefined || query !== undefined;
  const short = { ...scope, ...(filter && !isOfCards && { filter: rest }), ...(isOfCards && { ofCards: true }) };
  return Buffer.from(JSON.stringify({ ...short, key: randomUUID().slice(0, 8) })).toString('base64url');
}

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
