import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { vacationOn } from '../plan/vacation.ts';
import { dueCards, isIntroduced, type TaughtCard } from './due-cards.ts';
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
  readonly states: readonly CardState[];
  readonly progress: Progress;
  readonly moment: Moment;
}

/** @param chosen what the session got of `cards` */
export function whyEmpty(
  chosen: SessionCards,
  cards: readonly TaughtCard[],
  progress: Progress,
  moment: Moment,
  { mode, course, isFiltered = false }: Pick<SessionWish, 'mode' | 'course' | 'isFiltered'>,
): EmptyReason | null {
  const learnAheadMs = optionsOf(progress, course ?? null).learnAheadMin * 60_000;
  if (chosen.review.length + chosen.fresh.length > 0) return null;
  if (chosen.learning.some(({ due }) => due <= moment.now + learnAheadMs)) return null;
  if (chosen.learning.length > 0) return 'later-today';
  if (cards.length === 0) return isFiltered ? 'no-match' : 'no-cards';
  const states = cards.map(({ cardId }) => progress.cards.get(cardId) ?? UNTOUCHED);
  return REASON[MODES[mode].cards]({ cards, states, progress, moment });
}

const REASON: Readonly<Record<StudyMode['cards'], (scope: Scope) => EmptyReason>> = {
  due: ({ cards, states, progress, moment }) => {
    if (vacationOn(progress.settings.vacations, moment.today)) return 'vacation';
    const due = dueCards(cards, progress, moment);
    if (due.review.length + due.fresh.length > 0) return 'limit-reached';
    if (due.givenAway.length > 0) return 'given-away';
    const introduced = states.filter((state, i) => state.memory !== null || isIntroduced(cards[i]!, state));
    if (introduced.length === 0) return 'not-introduced';
    const shown = introduced.filter((state) => !isHidden(state, moment.today));
    const isPutOff = ({ suspended, memory }: CardState) =>
      !suspended && (memory === null || isDueToday(memory, moment));
    const putOff = introduced.some((state) => isHidden(state, moment.today) && isPutOff(state));
    if (shown.length === 0 || putOff) return 'all-hidden';
    return shown.some(({ memory }) => memory === null) ? 'waits' : 'nothing-due';
  },
  new: ({ states, moment }) => {
    const unlearned = states.filter(({ memory }) => memory === null);
    if (unlearned.length === 0) return 'nothing-new';
    return unlearned.every((state) => isHidden(state, moment.today)) ? 'all-hidden' : 'limit-reached';
  },
  all: () => 'all-hidden',
  weakest: () => 'all-hidden',
  given: () => 'all-hidden',
};
