const STEPS = 4_000;

/** Sorts numbers by a comparison, in steps, since a hundred thousand texts take longer than a turn of the loop should. Alike ones keep their order. */
export function* mergeOrder(
  numbers: Uint32Array,
  isBehind: (one: number, other: number) => boolean,
): Generator<undefined, Uint32Array> {
  const { length } = numbers;
  let from = Uint32Array.from(numbers);
  let to = new Uint32Array(length);
  let steps = 0;
  for (let width = 1; width < length; width *= 2) {
    for (let left = 0; left < length; left += 2 * width) {
      const middle = Math.min(left + width, length);
      const end = Math.min(left + 2 * width, length);
      // Two runs that follow each other are one: what is nearly in order is hardly compared.
      if (middle >= end || !isBehind(from[middle - 1]!, from[middle]!)) {
        to.set(from.subarray(left, end), left);
        steps += end - left;
        continue;
      }
      let [a, b] = [left, middle];
      for (let at = left; at < end; at++) {
        const takesOther = b < end && (a >= middle || isBehind(from[a]!, from[b]!));
        to[at] = takesOther ? from[b++]! : from[a++]!;
      }
      steps += end - left;
      if (steps >= STEPS) {
        steps = 0;
        yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
