/** What is as good as impossible is left out: a thousand questions have a thousand scores, but few that can happen. */
const NEGLIGIBLE = 1e-15;

/**
 * Probability of each number of right answers, from 0 to all, where every question is answered right with its own chance and none
 * depends on another (Poisson-binomial distribution, exact up to 1e-12).
 * @param chances 0 to 1 each
 */
export function scoreDistribution(chances: readonly number[]): Float64Array {
  const likely = new Float64Array(chances.length + 1);
  likely[0] = 1;
  let [first, last] = [0, 0];
  for (const chance of chances) {
    last += 1;
    for (let right = last; right > first; right -= 1)
      likely[right] = likely[right]! * (1 - chance) + likely[right - 1]! * chance;
    likely[first]! *= 1 - chance;
    while (first < last && likely[first]! < NEGLIGIBLE) likely[first++] = 0;
    while (last > first && likely[last]! < NEGLIGIBLE) likely[last--] = 0;
  }
  return likely;
}

/**
 * The same for a paper of `drawn` questions that are drawn from all, each set of them as likely as another.
 * @param drawn at least 0, at most as many as there are questions
 */
export function drawnScoreDistribution(chances: readonly number[], drawn: number): Float64Array {
  if (drawn >= chances.length) return scoreDistribution(chances);
  // One row for each number of questions drawn so far, with the right answers among them.
  const rows = Array.from({ length: drawn + 1 }, (_, taken) => new Float64Array(taken + 1));
  rows[0]![0] = 1;
  for (const [index, chance] of chances.entries()) {
    const left = chances.length - index;
    for (let taken = Math.min(index, drawn); taken >= 0; taken -= 1) {
      // In a set drawn by lot a question is in with the share of places that are free still.
      const isIn = (drawn - taken) / left;
      const [from, to] = [rows[taken]!, rows[taken + 1]];
      for (let right = 0; right <= taken; right += 1) {
        const mass = from[right]!;
        if (mass === 0) continue;
        if (to) {
          to[right + 1]! += mass * isIn * chance;
          to[right]! += mass * isIn * (1 - chance);
        }
        from[right] = mass * (1 - isIn);
      }
    }
  }
  return rows[drawn]!;
}

/** An interval of scores, both ends in it, and how likely it is. */
export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
  readonly probability: number;
}

/**
 * The interval of whole scores whose probability comes nearest to the wanted one, with tails as even as whole scores allow: scores
 * come one by one, so no interval has exactly 90 %.
 */
export function scoreInterval(likely: ArrayLike<number>, wanted = 0.9): ScoreInterval {
  const upTo = new Float64Array(likely.length + 1);
  for (let score = 0; score < likely.length; score += 1) upTo[score + 1] = upTo[score]! + likely[score]!;
  const tail = (1 - wanted) / 2;
  let best: ScoreInterval = { low: 0, high: Math.max(0, likely.length - 1), probability: 1 };
  let bestCost = Infinity;
  let high = 0;
  for (let low = 0; low < likely.length && upTo[low]! <= 2.5 * tail; low += 1) {
    if (likely[low]! < NEGLIGIBLE) continue;
    high = Math.max(high, low);
    while (high < likely.length - 1 && upTo[high + 1]! - upTo[low]! < wanted) high += 1;
    // The last step went over what is wanted: without it may be nearer.
    for (const end of high > low ? [high - 1, high] : [high]) {
      const probability = upTo[end + 1]! - upTo[low]!;
      const tilt = Math.abs(upTo[low]! - (1 - upTo[end + 1]!));
      const cost = Math.abs(probability - wanted) + tilt / 4;
      if (cost < bestCost - 1e-12) [best, bestCost] = [{ low, high: end, probability }, cost];
    }
  }
  return best;
}

/** How likely a score of at least so many right answers is, 0 to 1. */
export function chanceToReach(likely: ArrayLike<number>, right: number): number {
  let sum = 0;
  for (let score = likely.length - 1; score >= Math.max(0, Math.ceil(right)); score -= 1) sum += likely[score]!;
  return Math.min(1, sum);
}
