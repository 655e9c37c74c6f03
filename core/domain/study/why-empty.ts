import type { Progress } from '../progress.ts';
import { vacationOn } from '../plan/vacation.ts';
import { findingDueCards, isIntroduced, type TaughtCard } from './due-cards.ts';
import { isDueToday } from './due.ts';
import { MODES, type StudyMode } from './modes.ts';
import { isHidden, type Moment } from './moment.ts';
import type { SessionWish } from './session-cards.ts';
import { optionsOf } from './options.ts';
import type { SessionCards } from './session-queue.ts';

/**
 * Why a new session has nothing to ask now. `vacation`: the learner is on one. `no-cards`: its lesson or course has no questions.
 * `no-match`: none that its filter wants. `later-today`: only learning steps that end later. `given-away`: what is left would be given
 * away by questions of today. `limit-reached`: cards wait, the daily limits let none of them in. `all-hidden`: what there would be is suspended or
 * put off. `waits`: new cards wait for other lessons to be remembered. `not-introduced`: nothing was read yet. `nothing-new`: all
 * cards were learned once. `nothing-due`: all come back another day.
 */
export const EMPTY_REASONS = [
  'vacation',
  'no-cards',
  'no-match',
  'later-today',
  'limit-reached',
  'all-hidden',
  'given-away',
  'waits',
  'not-introduced',
  'nothing-new',
  'nothing-due',
] as const;
export type EmptyReason = (typeof EMPTY_REASONS)[number];

interface Scope {
  readonly cards: readonly TaughtCard[];
  readonly progress: Progress;
  readonly moment: Moment;
}

/** Looks in steps. @param chosen what the session got of `cards` */
export function* whyEmpty(
  chosen: SessionCards,
  cards: readonly TaughtCard[],
  progress: Progress,
  moment: Moment,
  { mode, course, isFiltered = false }: Pick<SessionWish, 'mode' | 'course' | 'isFiltered'>,
): Generator<void, EmptyReason | null> {
  const learnAheadMs = optionsOf(progress, course ?? null).learnAheadMin * 60_000;
  if (chosen.review.length + chosen.fresh.length > 0) return null;
  if (chosen.learning.some(({ due }) => due <= moment.now + learnAheadMs)) return null;
  if (chosen.learning.length > 0) return 'later-today';
  if (cards.length === 0) return isFiltered ? 'no-match' : 'no-cards';
  const reason = REASON[MODES[mode].cards];
  return reason ? yield* reason({ cards, progress, moment }) : 'all-hidden';
}

/** Of what asks whatever its scope holds all is suspended. */
const REASON: Readonly<Partial<Record<StudyMode['cards'], (scope: Scope) => Generator<void, EmptyReason>>>> = {
  *due({ cards, progress, moment }) {
    if (vacationOn(progress.settings.vacations, moment.today)) return 'vacation';
    const seen = { introduced: false, shown: false, fresh: false, putOff: false };
    const due = yield* findingDueCards(cards, progress, moment, (card, now) => {
      if (now.phase === null && !isIntroduced(card, now)) return;
      seen.introduced = true;
      if (isHidden(now, moment.today))
        seen.putOff ||= !now.suspended && (now.phase === null || isDueToday(now, moment));
      else [seen.shown, seen.fresh] = [true, seen.fresh || now.phase === null];
    });
    if (due.review.length + due.fresh.length > 0) return 'limit-reached';
    if (due.givenAway.length > 0) return 'given-away';
    if (!seen.introduced) return 'not-introduced';
    if (!seen.shown || seen.putOff) return 'all-hidden';
    return seen.fresh ? 'waits' : 'nothing-due';
  },
  *new({ cards, progress, moment }) {
    const seen = { unlearned: false, shown: false };
    yield* findingDueCards(cards, progress, moment, (_, now) => {
      if (now.phase !== null) return;
      seen.unlearned = true;
      if (!isHidden(now, moment.today)) seen.shown = true;
    });
    if (!seen.unlearned) return 'nothing-new';
    return seen.shown ? 'limit-reached' : 'all-hidden';
  },
};
