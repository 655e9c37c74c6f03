import type { CardId } from '../ids.ts';
import { shuffled } from '../random.ts';

/** A question that may be drawn. */
export interface Candidate {
  readonly cardId: CardId;
  readonly lesson: string;
}

/** Does one of the two questions give the other's answer away? The same both ways round. */
export type GivesAway = (one: CardId, other: CardId) => boolean;

/**
 * Draws questions for each part: evenly over its lessons, by chance that the seed fixes; two that give each other away only where
 * a part has nothing else left.
 * @param counts how many of each part, at most as many as there are candidates
 * @returns the cards of each part in the order in which they are asked
 */
export function drawExam(
  parts: readonly (readonly Candidate[])[],
  counts: readonly number[],
  seed: string,
  givesAway: GivesAway,
): CardId[][] {
  const taken: CardId[] = [];
  return parts.map((candidates, at) => {
    const cards = drawPart(overLessons(candidates, `${seed}/${at}`), counts[at] ?? 0, taken, givesAway);
    taken.push(...cards);
    return shuffled(cards, `${seed}/${at}/order`);
  });
}

function drawPart(order: readonly CardId[], count: number, before: readonly CardId[], givesAway: GivesAway): CardId[] {
  const byChance = withoutMeeting(order, count, before, givesAway);
  if (byChance.length >= count) return byChance;
  // Those that meet the fewest others first: more of them fit.
  const meets = new Map(order.map((card) => [card, order.filter((other) => givesAway(card, other)).length]));
  const careful = withoutMeeting(
    [...order].sort((a, b) => meets.get(a)! - meets.get(b)!),
    count,
    before,
    givesAway,
  );
  const best = careful.length > byChance.length ? careful : byChance;
  return [...best, ...order.filter((card) => !best.includes(card))].slice(0, count);
}

function withoutMeeting(
  order: readonly CardId[],
  count: number,
  before: readonly CardId[],
  givesAway: GivesAway,
): CardId[] {
  const chosen: CardId[] = [];
  const meets = (card: CardId) => [...before, ...chosen].some((other) => givesAway(card, other));
  for (const card of order) {
    if (chosen.length >= count) break;
    if (!meets(card)) chosen.push(card);
  }
  return chosen;
}

/** One of each lesson by turns, lessons and their questions in an order by chance. */
function overLessons(candidates: readonly Candidate[], seed: string): CardId[] {
  const lessons = shuffled([...new Set(candidates.map(({ lesson }) => lesson))], seed);
  const piles = lessons.map((lesson) =>
    shuffled(
      candidates.filter((candidate) => candidate.lesson === lesson),
      `${seed}/${lesson}`,
    ),
  );
  const rounds = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: rounds }, (_, round) => piles.flatMap((pile) => pile[round]?.cardId ?? [])).flat();
}
