/** From a first byte up to, but without, an end. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a file that a `Range` asks for: the whole where it asks for none, for several, or in words that are not known.
 * @returns null where the file ends before it begins
 */
export function byteRange(header: string | undefined, bytes: number): (ByteRange & { isPart: boolean }) | null {
  const whole = { from: 0, to: bytes, isPart: false };
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [first = '', last = ''] = asked?.slice(1) ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? null : { from: bytes - length, to: bytes, isPart: true };
  }
  if (last !== '' && Number(last) < Number(first)) return whole;
  if (Number(first) >= bytes) return null;
  return { from: Number(first), to: last === '' ? bytes : Math.min(Number(last) + 1, bytes), isPart: true };
}
