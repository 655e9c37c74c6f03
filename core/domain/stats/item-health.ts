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

/** Questions walked through between two chances to give the loop free. */
const GROUP = 5_000;

/** The question of a card by its place in the columns, as far as it is there. */
type QuestionAt = (place: number) => Question | undefined;

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
  questionAt: QuestionAt,
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
    const question = answers >= ENOUGH_TO_BE_HARD ? questionAt(place) : undefined;
    if (!question) continue;
    judged += 1;
    const right = tally.rightAt(place);
    if (right < answers && right / answers <= bound) {
      hardest.add({ item: tally.itemAt(place), question });
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
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  const wrong = question.options.filter(({ id }) => !question.answer.includes(id));
  if (item.wrongPicks < wrong.length * PICKS_AN_OPTION) return [];
  return wrong.filter(({ id }) => bitOf(id) !== 0 && (item.picked & bitOf(id)) === 0).map(({ id }) => id);
}

function concernsOf(facility: number, discrimination: number | null, hasIdle: boolean): ItemConcern[] {
  const concerns: ItemConcern[] = [];
  if (facility > TOO_EASY) concerns.push('too-easy');
  if (facility < TOO_HARD) concerns.push('too-hard');
  if (discrimination !== null && discrimination < AGAINST) concerns.push('against-the-grain');
  if (hasIdle) concerns.push('idle-options');
  return concerns;
}

/** Null where nothing is wrong with it. */
function findingOf(tally: ItemsTally, place: number, question: Question): ItemFinding | null {
  const facility = tally.rightAt(place) / tally.answersAt(place);
  const discrimination = tally.discriminationAt(place);
  const idle = 'options' in question ? idleOptions({ item: tally.itemAt(place), question }) : [];
  const concerns = concernsOf(facility, discrimination, idle.length > 0);
  return concerns.length === 0
    ? null
    : { item: tally.itemAt(place), question, facility, discrimination, idle, concerns };
}

/** Questions that something may be wrong with, the most concerns first, then the lowest facility; and how many were looked at. */
export function* itemHealth(
  tally: ItemsTally,
  questionAt: QuestionAt,
): Generator<void, { readonly judged: number; readonly tooFew: number; readonly findings: readonly ItemFinding[] }> {
  let [judged, tooFew] = [0, 0];
  const worst = new BestFew<ItemFinding>(
    MOST_SHOWN,
    (a, b) => b.concerns.length - a.concerns.length || a.facility - b.facility || byName(a, b),
  );
  for (let place = 0; place < tally.places; place++) {
    if (place % GROUP === 0) yield;
    const answers = tally.answersAt(place);
    const question = answers > 0 ? questionAt(place) : undefined;
    if (!question) continue;
    if (answers < ENOUGH_TO_JUDGE) tooFew += 1;
    else {
      judged += 1;
      const finding = findingOf(tally, place, question);
      if (finding) worst.add(finding);
    }
  }
  return { judged, tooFew, findings: worst.inOrder };
}
