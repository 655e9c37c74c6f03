import type { Question } from '../question.ts';
import type { ItemCount } from './items-tally.ts';
import { bitOf } from './picked.ts';
import { shareOf, type Share } from './share.ts';
import type { ItemConcern } from './words.ts';

/** Answers from which on a question can be called hard. */
const ENOUGH_TO_BE_HARD = 4;
const HARDEST = 10;
/** Answers from which on a question is judged. */
const ENOUGH_TO_JUDGE = 8;
const MOST_SHOWN = 50;
/** Wrong picks, for each wrong option, from which on one that is never picked is called idle. */
const PICKS_AN_OPTION = 3;
const TOO_EASY = 0.97;
const TOO_HARD = 0.5;
const AGAINST = -0.1;

/** Questions by their ids, as far as they are there. */
export type QuestionOf = (item: ItemCount) => Question | undefined;

export interface HardQuestion extends Share {
  readonly item: ItemCount;
  readonly question: Question;
  readonly misses: number;
}

interface Known {
  readonly item: ItemCount;
  readonly question: Question;
}

function known(items: readonly ItemCount[], least: number, questionOf: QuestionOf): Known[] {
  return items.flatMap((item) => {
    const question = item.answers >= least ? questionOf(item) : undefined;
    return question ? [{ item, question }] : [];
  });
}

/** Among equals the order is the same on every device. */
const byName = (a: { readonly item: ItemCount }, b: { readonly item: ItemCount }): number =>
  a.item.cardId < b.item.cardId ? -1 : 1;

const facilityOf = ({ item }: Known): number => item.right / item.answers;

/** The lowest shares right, the most misses first among equals; and of how many questions. */
export function hardestOf(
  items: readonly ItemCount[],
  questionOf: QuestionOf,
): { readonly judged: number; readonly questions: HardQuestion[] } {
  const all = known(items, ENOUGH_TO_BE_HARD, questionOf);
  const missed = all.filter(({ item }) => item.right < item.answers);
  missed.sort((a, b) => facilityOf(a) - facilityOf(b) || b.item.answers - a.item.answers || byName(a, b));
  const questions = missed.slice(0, HARDEST).map(({ item, question }) => ({
    item,
    question,
    misses: item.answers - item.right,
    ...shareOf(item.right, item.answers),
  }));
  return { judged: all.length, questions };
}

export interface ItemFinding {
  readonly item: ItemCount;
  readonly question: Question;
  readonly facility: number;
  /** Ids of wrong options. */
  readonly idle: readonly string[];
  readonly concerns: readonly ItemConcern[];
}

/** Wrong options that were never picked, though there were wrong picks enough for each of them. */
function idleOptions({ item, question }: Known): string[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  const wrong = question.options.filter(({ id }) => !question.answer.includes(id));
  if (item.wrongPicks < wrong.length * PICKS_AN_OPTION) return [];
  return wrong.filter(({ id }) => bitOf(id) !== 0 && (item.picked & bitOf(id)) === 0).map(({ id }) => id);
}

function findingOf(one: Known): ItemFinding {
  const facility = facilityOf(one);
  const idle = idleOptions(one);
  const { discrimination } = one.item;
  const concerns: ItemConcern[] = [];
  if (facility > TOO_EASY) concerns.push('too-easy');
  if (facility < TOO_HARD) concerns.push('too-hard');
  if (discrimination !== null && discrimination < AGAINST) concerns.push('against-the-grain');
  if (idle.length > 0) concerns.push('idle-options');
  return { ...one, facility, idle, concerns };
}

/** Questions that something may be wrong with, the most concerns first, then the lowest facility; and how many were looked at. */
export function itemHealth(
  items: readonly ItemCount[],
  questionOf: QuestionOf,
): { readonly judged: number; readonly tooFew: number; readonly findings: ItemFinding[] } {
  const judged = known(items, ENOUGH_TO_JUDGE, questionOf);
  const all = known(items, 1, questionOf).length;
  const findings = judged.map(findingOf).filter(({ concerns }) => concerns.length > 0);
  findings.sort((a, b) => b.concerns.length - a.concerns.length || a.facility - b.facility || byName(a, b));
  return { judged: judged.length, tooFew: all - judged.length, findings: findings.slice(0, MOST_SHOWN) };
}
