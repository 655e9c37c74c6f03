import type { Moment } from './moment.ts';
import type { Memory, Phase } from './schedule.ts';

/** What of a memory says when it is due. */
interface Dated extends Readonly<Pick<Memory, 'due' | 'lastDay' | 'intervalDays'>> {
  readonly phase: Phase | null;
}

/** The study day on which a card in review is due: so many after the one on which it was answered, wherever that was. */
export const dueDay = ({ lastDay, intervalDays }: Pick<Memory, 'lastDay' | 'intervalDays'>): number =>
  lastDay + Math.ceil(intervalDays);

/**
 * Study days from today to that on which a card in review is due, 0 or less where it is; null in a learning step, which
 * ends at its instant.
 */
export const daysUntilDue = (memory: Dated, { today }: Pick<Moment, 'today'>): number | null =>
  memory.phase === 'review' ? dueDay(memory) - today : null;

/** From when on a card is due, epoch ms: the beginning of a study day here and now, or the end of a learning step. */
export const dueAt = (memory: Dated, { startOf }: Pick<Moment, 'startOf'>): number =>
  memory.phase === 'review' ? startOf(dueDay(memory)) : memory.due;

/** Has the card work to do before the study day ends? */
export const isDueToday = (memory: Dated, moment: Pick<Moment, 'today' | 'endOfToday'>): boolean => {
  const days = daysUntilDue(memory, moment);
  return days === null ? memory.due < moment.endOfToday : days <= 0;
};
