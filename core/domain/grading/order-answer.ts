import type { Judgement, PartJudgement } from '../judgement.ts';
import type { Bilingual, OrderQuestion, Response } from '../question.ts';
import { asIds, refuse } from './response-shape.ts';
import { joinTexts, verdictOf } from './score.ts';

/**
 * Takes all item ids in the learner's order. Score: the share of items in the longest run that stands in the right
 * order, gaps allowed. It measures what the learner knows (one item misplaced costs one item, though it shifts all
 * between), where counting places or neighbours would charge for the shift too. One item alone is always in order, so
 * it earns nothing.
 *
 * Parts follow the learner's order and speak of the same run: `right` for an item that may stay, else `goesAfter` is the item
 * it belongs behind (null: it comes first). Moving each item that is not right there, in the right order, gives the answer.
 * Note `order-shifted`: a single item is out of place.
 *
 * @throws AppError `bad-input` unless every item is there exactly once
 */
export function judgeOrder({ items }: OrderQuestion, response: Response): Judgement {
  const ids = asIds(response, items);
  if (ids.length !== items.length) refuse('the response must hold every item');
  const ranks = ids.map((id) => items.findIndex((item) => item.id === id));
  const run = longestRising(ranks);
  const isTrivial = run.size === 1 && items.length > 1;
  const score = isTrivial ? 0 : run.size / items.length;
  const parts = ids.map((id, place): PartJudgement => {
    if (!isTrivial && run.has(place)) return { id, right: true };
    return { id, right: false, goesAfter: items[(ranks[place] ?? 0) - 1]?.text ?? null };
  });
  return {
    verdict: verdictOf(score),
    score,
    parts,
    answer: showOrder(items),
    ...(items.length > 2 && run.size === items.length - 1 ? { note: 'order-shifted' as const } : {}),
  };
}

/** The items in their right order, as text. */
export const showOrder = (items: OrderQuestion['items']): Bilingual =>
  joinTexts(
    items.map(({ text }) => text),
    ' → ',
  );

/** The places of a longest rising subsequence; of several, the one that begins earliest. Quadratic: lists are short. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  const runs: (readonly number[])[] = [];
  for (let place = ranks.length - 1; place >= 0; place--) {
    const rank = ranks[place] ?? 0;
    const tails = runs.filter((run) => rank < (ranks[run[0] ?? 0] ?? 0));
    runs.unshift([place, ...longest(tails)]);
  }
  return new Set(longest(runs));
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}
