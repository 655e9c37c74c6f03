import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { refOf, type EventType, type JournalEvent } from '../../domain/history/events.ts';
import { isTrial } from '../../domain/history/trial.ts';
import type { CardId, EventRef } from '../../domain/ids.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { Learner } from '../courses/learner.ts';
import { dayOf, HISTORY_DAYS } from '../history/history-days.ts';
import type { Sessions } from '../study/sessions.ts';
import { deedOf } from './deed.ts';
import { endsOfExam } from './ends-of-exam.ts';

/** What nobody would call the last thing done; and a hint or a near miss that was seen can not be unseen. */
const PASSED_OVER: ReadonlySet<EventType> = new Set(['undo', 'place', 'merge', 'attempt', 'exam', 'exam-answer']);
/** Refused parameters are no deed. An exam goes as a whole, by its name: neither an answer of it nor the reviews it counted as were the last thing done. */
const isPassedOver = (event: JournalEvent): boolean =>
  PASSED_OVER.has(event.type) || isTrial(event) || (event.type === 'review' && event.mode === 'exam');

/** Takes things back, one after the other or by name, and tells the open sessions. */
export class UndoService {
  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Takes back the last thing done in the session; without a session, the last thing done on this device. Where the session has
   * nothing left, what was done before is only told, until it is asked for.
   * @throws AppError `nothing-to-undo`, `session-ended`
   */
  last({ sessionId, older }: Input<'study.undo'>): Promise<Output<'study.undo'>> {
    return this.sessions.turn(async () => {
      const inSession = sessionId === undefined ? undefined : this.sessions.get(sessionId).lastDeed;
      const target = (inSession === undefined ? null : this.learner.store.find(inSession)) ?? this.#lastOfDevice();
      if (target === null) throw new AppError('nothing-to-undo', 'nothing was done that can be taken back');
      const deed = deedOf(target, this.learner.catalog, this.learner.store);
      if (sessionId !== undefined && inSession === undefined && !older) return { what: null, older: deed };
      await this.#turnBack(batchOf(target) ?? refOf(target));
      return { what: deed, older: null };
    });
  }

  /** Takes a named event back, or brings it back where it was taken back. @throws AppError `not-found`, `nothing-to-undo` */
  named({ ref }: Input<'history.undo'>): Promise<Output<'history.undo'>> {
    return this.sessions.turn(async () => {
      const event = this.learner.store.find(ref);
      if (!event) throw new AppError('not-found', 'no such event', { what: 'event' });
      const { today } = this.learner.moment();
      // What was brought in has times of its own, and may be taken back however long ago they are.
      if (!isBrought(event.device) && dayOf(event, this.learner.progress.settings.rolloverHour) <= today - HISTORY_DAYS)
        throw new AppError('nothing-to-undo', 'longer ago than can be undone');
      const name = batchOf(event) ?? refOf(event);
      const undo = this.learner.store.isUndone(event) ? this.learner.store.undoOf(name) : null;
      const also = undo === null ? endsOfExam(event, this.learner.store) : [];
      const cards = await this.#turnBack(undo ?? name, also);
      return { undone: undo === null, cards: cards.size };
    });
  }

  async #turnBack(name: EventRef, also: readonly EventRef[] = []): Promise<ReadonlySet<CardId>> {
    const cards = await this.learner.store.touchedBy([name, ...also]);
    const undone = await this.learner.store.undo(name, also);
    for (const session of this.sessions.all()) session.follow(undone, cards, this.learner.clock.now());
    return cards;
  }

  #lastOfDevice(): JournalEvent | null {
    const { device } = this.learner.store;
    for (const event of this.learner.store.backwards()) {
      if (event.device === device && !isPassedOver(event) && !this.learner.store.isUndone(event)) return event;
    }
    return null;
  }
}

/** What the contract asks of the service. */
export function undoHandlers(undo: UndoService) {
  return {
    'study.undo': (input) => undo.last(input),
    'history.undo': (input) => undo.named(input),
  } satisfies Partial<Handlers>;
}
