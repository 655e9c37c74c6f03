/** The cards of a note in a pack: place of the first, and behind the last. Both the same where it has none. @param notes of each card the place of its note */
export function cardRange(notes: Uint32Array, note: number): readonly [from: number, to: number] {
  let [from, end] = [0, notes.length];
  while (from < end) {
    const middle = (from + end) >>> 1;
    if (notes[middle]! < note) from = middle + 1;
    else end = middle;
  }
  let to = from;
  while (notes[to] === note) to += 1;
  return [from, to];
}
