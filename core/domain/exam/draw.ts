import type { CardId } from '../ids.ts';
import { shuffled } from '../random.ts';

/** A question that may be drawn. */
export interface Candidate {
  readonly cardId: CardId;
  readonly lesson: string;
  /** It asks for more than to know. */
  readonly isAbove?: boolean;
}

/** Does one of the two questions give the other's answer away? The same both ways round. */
export type GivesAway = (one: CardId, other: CardId) => boolean;

/**
 * Draws questions for each part: evenly over its lessons, by chance that the seed fixes; two that give each other away only where
 * a part has nothing else left.
 * @param counts how many of each part, at most as many as there are candidates
 * @param above how many of those are to ask for more than to know, the others for no more, as far as there are such; without it,
 * whatever comes
 * @returns the cards of each part in the order in which they are asked
 */
export function drawExam(
  parts: readonly (readonly Candidate[])[],
  counts: readonly number[],
  seed: string,
  givesAway: GivesAway,
  above?: readonly number[],
): CardId[][] {
  const taken: CardId[] = [];
  return parts.map((candidates, at) => {
    const order = overLessons(candidates, `${seed}/${at}`);
    const count = counts[at] ?? 0;
    const draw = (from: readonly CardId[], wanted: number) => {
      const cards = drawPart(from, Math.min(wanted, from.length), taken, givesAway);
      taken.push(...cards);
      return cards;
    };
    const byLevel = above === undefined ? [] : drawByLevel(candidates, order, { count, above: above[at] ?? 0 }, draw);
    const others = order.filter((card) => !byLevel.includes(card));
    const cards = [...byLevel, ...draw(others, count - byLevel.length)];
    return shuffled(cards, `${seed}/${at}/order`);
  });
}

function drawByLevel(
  candidates: readonly Candidate[],
  order: readonly CardId[],
  { count, above }: { readonly count: number; readonly above: number },
  draw: (from: readonly CardId[], wanted: number) => CardId[],
): CardId[] {
  const isAbove = new Set(candidates.flatMap((one) => (one.isAbove ? [one.cardId] : [])));
  const more = draw(
    order.filter((card) => isAbove.has(card)),
    above,
  );
  const known = draw(
    order.filter((card) => !isAbove.has(card)),
    count - more.length,
  );
  return [...more, ...known];
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
