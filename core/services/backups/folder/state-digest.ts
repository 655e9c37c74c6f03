import { hash } from 'node:crypto';
import type { CardId } from '../../../domain/ids.ts';
import type { CardState, Progress } from '../../../domain/progress.ts';
import type { Snapshot } from '../../store/snapshot/snapshot.ts';

/** A state as the digest reads it: a live one, or the frozen one of a snapshot. */
export type State = Pick<Snapshot, 'lessons' | 'days' | 'settings' | 'looks' | 'records' | 'reviewsTotal'> & {
  readonly cards: Iterable<{ readonly id: CardId; readonly state: CardState }>;
};

/** What a state holds beside its cards. */
export type Rest = Omit<State, 'cards'>;

/** Cards between two chances to give the loop free. */
const GROUP = 200;

/**
 * One number for a whole state: equal states have equal digests, in whatever order their cards stand. Each entry is hashed
 * alone (SHA-256) and the hashes are joined by exclusive or, so that putting an entry in again takes it out.
 */
export class StateDigest {
  readonly #sum: Buffer;

  /** @param hex a digest to go on from */
  constructor(hex = '0'.repeat(64)) {
    this.#sum = Buffer.from(hex, 'hex');
  }

  get hex(): string {
    return this.#sum.toString('hex');
  }

  card(id: CardId, state: CardState): void {
    const { memory, introducedAt, suspended, buriedUntilDay, flag, marked, last, revision } = state;
    this.#put('card', id, memory, introducedAt, suspended, buriedUntilDay, flag, marked, last, revision);
  }

  rest({ lessons, days, settings, looks, records, reviewsTotal }: Rest): void {
    for (const { id, state } of lessons)
      if (state) this.#put('lesson', id, Object.entries(state.read).sort(), state.place, state.opened);
    for (const [day, total] of days)
      this.#put(
        'day',
        day,
        total.reviews,
        total.passed,
        total.dueReviews,
        total.fresh,
        total.practice,
        total.elapsedMs,
      );
    this.#put('settings', Object.entries(settings).sort());
    for (const [device, look] of looks) this.#put('look', device, Object.entries(look).sort());
    for (const [key, fields] of records) this.#put('record', key, Object.entries(fields).sort());
    this.#put('reviews', reviewsTotal);
  }

  #put(...entry: unknown[]): void {
    const sum = this.#sum;
    const entryHash = hash('sha256', JSON.stringify(entry), 'buffer');
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! ^ entryHash[i]!;
  }
}

/** The digest of a state in steps; 64 hex digits. */
export function* digesting({ cards, ...rest }: State): Generator<void, string> {
  const digest = new StateDigest();
  let count = 0;
  for (const { id, state } of cards) {
    digest.card(id, state);
    if (++count % GROUP === 0) yield;
  }
  digest.rest(rest);
  return digest.hex;
}

/** A live progress as a state; walk through it before anything else is accepted. */
export function stateOf(progress: Progress): State {
  const { settings, looks, records, reviewsTotal, days } = progress;
  const cards = (function* () {
    for (const [id, state] of progress.cards) yield { id, state };
  })();
  return {
    settings,
    looks: [...looks],
    records: [...records],
    reviewsTotal,
    days: [...days],
    lessons: [...progress.lessons].map(([id, state]) => ({ id, state, trail: [] })),
    cards,
  };
}
