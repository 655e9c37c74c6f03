import type { Question } from '../question.ts';
import { BestFew } from './best-few.ts';
import type { ItemCount, ItemsTally } from './items-tally.ts';
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

const NONE: readonly string[] = [];
/** Questions walked through between two chances to give the loop free. */
const GROUP = 5_000;

/** The questions of cards by their places in the columns. To look at one costs more than to count it, so most are not looked at. */
interface Questions {
  /** Is it there still? */
  has(place: number): boolean;
  hasOptions(place: number): boolean;
  at(place: number): Question;
}

interface Known {
  readonly item: ItemCount;
  readonly question: Question;
}

export interface HardQuestion extends Share, Known {
  readonly misses: number;
}

const facilityOf = ({ item }: Known): number => item.right / item.answers;
/** Among equals the order is the same on every device. */
const byName = (a: Known, b: Known): number => (a.item.cardId < b.item.cardId ? -1 : 1);

/** The lowest shares right, the most misses first among equals; and of how many questions. */
export function hardestOf(
  tally: ItemsTally,
  questionsOf: Questions,
): { readonly judged: number; readonly questions: HardQuestion[] } {
  let judged = 0;
  /** What is easier than this is none of them: no object is made of it. */
  let bound = 1;
  const hardest = new BestFew<Known>(
    HARDEST,
    (a, b) => facilityOf(a) - facilityOf(b) || b.item.answers - a.item.answers || byName(a, b),
  );
  for (let place = 0; place < tally.places; place++) {
    const answers = tally.answersAt(place);
    if (answers < ENOUGH_TO_BE_HARD || !questionsOf.has(place)) continue;
    judged += 1;
    const right = tally.rightAt(place);
    if (right < answers && right / answers <= bound) {
      hardest.add({ item: tally.itemAt(place), question: questionsOf.at(place) });
      bound = hardest.isFull ? facilityOf(hardest.inOrder.at(-1)!) : 1;
    }
  }
  const questions = hardest.inOrder.map(({ item, question }) => ({
    item,
    question,
    misses: item.answers - item.right,
    ...shareOf(item.right, item.answers),
  }));
  return { judged, questions };
}

export interface ItemFinding extends Known {
  readonly facility: number;
  /** As `ItemsTally.discriminationAt`. */
  readonly discrimination: number | null;
  /** Ids of wrong options. */
  readonly idle: readonly string[];
  readonly concerns: readonly ItemConcern[];
}

/** Wrong options that were never picked, though there were wrong picks enough for each of them. */
function idleOptions({ item, question }: Known): string[] {
  if (!('options' in question)) return [];
  const wrong = question.options.filter(({ id }) => !question.answer.includes(id));
  if (item.wrongPicks < wrong.length * PICKS_AN_OPTION) return [];
  return wrong.filter(({ id }) => bitOf(id) !== 0 && (item.picked & bitOf(id)) === 0).map(({ id }) => id);
}

interface Judged {
  readonly facility: number;
  readonly discrimination: number | null;
  readonly idle: readonly string[];
}

const isAgainst = ({ discrimination }: Judged): boolean => discrimination !== null && discrimination < AGAINST;

function concernsOf(judged: Judged): ItemConcern[] {
  const concerns: ItemConcern[] = [];
  if (judged.facility > TOO_EASY) concerns.push('too-easy');
  if (judged.facility < TOO_HARD) concerns.push('too-hard');
  if (isAgainst(judged)) concerns.push('against-the-grain');
  if (judged.idle.length > 0) concerns.push('idle-options');
  return concerns;
}

/** How many `concernsOf` finds. */
const countConcerns = (judged: Judged): number =>
  (judged.facility > TOO_EASY || judged.facility < TOO_HARD ? 1 : 0) +
  (isAgainst(judged) ? 1 : 0) +
  (judged.idle.length > 0 ? 1 : 0);

/** Below 0 where the first has more concerns, or as many and a lower facility. */
const byConcern = (a: ItemFinding, b: ItemFinding) => b.concerns.length - a.concerns.length || a.facility - b.facility;

/** As `byConcern` above 0. */
const isBehind = (concerns: number, facility: number, bound: ItemFinding): boolean =>
  concerns < bound.concerns.length || (concerns === bound.concerns.length && facility > bound.facility);

/** Questions that something may be wrong with, the most concerns first, then the lowest facility; and how many were looked at. */
export function* itemHealth(
  tally: ItemsTally,
  questions: Questions,
): Generator<void, { readonly judged: number; readonly tooFew: number; readonly findings: readonly ItemFinding[] }> {
  let [judged, tooFew] = [0, 0];
  const worst = new BestFew<ItemFinding>(MOST_SHOWN, (a, b) => byConcern(a, b) || byName(a, b));
  /** What comes behind this is none of them: no object is made of it. */
  let bound: ItemFinding | undefined;
  const knownAt = (place: number): Known => ({ item: tally.itemAt(place), question: questions.at(place) });
  const judging: { -readonly [K in keyof Judged]: Judged[K] } = { facility: NaN, discrimination: null, idle: NONE };
  for (let place = 0; place < tally.places; place++) {
    if (place % GROUP === 0) yield;
    const answers = tally.answersAt(place);
    if (answers === 0 || !questions.has(place)) continue;
    if (answers < ENOUGH_TO_JUDGE) {
      tooFew += 1;
      continue;
    }
    judged += 1;
    judging.facility = tally.rightAt(place) / answers;
    judging.discrimination = tally.discriminationAt(place);
    judging.idle = questions.hasOptions(place) ? idleOptions(knownAt(place)) : NONE;
    const concerns = countConcerns(judging);
    if (concerns === 0 || (bound && isBehind(concerns, judging.facility, bound))) continue;
    worst.add({ ...knownAt(place), ...judging, concerns: concernsOf(judging) });
    bound = worst.isFull ? worst.inOrder.at(-1) : undefined;
  }
  return { judged, tooFew, findings: worst.inOrder };
}
