/**
 * Shares a whole number out by weights (largest remainder, Hamilton's method), no share above its capacity; what a full part can
 * not take goes to the others by their weights. Equal remainders go to the earlier part.
 * @returns one whole number a part; they add up to `total`, or to what the parts with a weight can take where that is less
 */
export function apportion(total: number, weights: readonly number[], capacities: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  const full = (at: number) => weights[at]! <= 0 || shares[at]! >= capacities[at]!;
  let open = weights.map((_, at) => at).filter((at) => !full(at));
  let left = total;
  while (left > 0 && open.length > 0) {
    const more = largestRemainder(
      left,
      open.map((at) => weights[at]!),
    );
    const over = open.filter((at, index) => shares[at]! + more[index]! > capacities[at]!);
    // Full parts first: what they can not take changes everybody's share.
    const given = over.length > 0 ? over : open;
    for (const at of given) {
      const wanted = over.length > 0 ? capacities[at]! - shares[at]! : more[open.indexOf(at)]!;
      shares[at] = shares[at]! + wanted;
      left -= wanted;
    }
    if (over.length === 0) break;
    open = open.filter((at) => !full(at));
  }
  return shares;
}

function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, rest: share - whole[at]! }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, missing)) whole[at] = whole[at]! + 1;
  return whole;
}
