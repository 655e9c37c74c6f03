/** A hash of a text, or of a part of it, over its UTF-16 units: FNV-1a, 32 bit, signed. Source: Fowler, Noll, Vo, draft-eastlake-fnv. */
export function fnv1a(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
