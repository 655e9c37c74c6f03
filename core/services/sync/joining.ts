import { MOST_SEGMENT_BYTES, type SegmentHead } from './segment.ts';

/** So many of one size make one of the next: a line is written anew once for each size, and few files lie there at any time. */
const FEW = 8;
const SMALLEST = 1 << 10;
const SIZES = 4;

const sizeOf = (bytes: number): number => Math.max(0, Math.floor(Math.log2(bytes / SMALLEST) / Math.log2(FEW)));

/**
 * How many of the last segments are to be joined into one; 0 for none. Eight of one size are, with the smaller ones behind them: never a
 * large one for the sake of a few small ones. Those that are as large as they get stay.
 */
export function joinable(chain: readonly Pick<SegmentHead, 'bytes'>[]): number {
  for (let size = 0; size < SIZES; size++) {
    let [count, same, sum] = [0, 0, 0];
    for (let i = chain.length - 1; i >= 0; i--) {
      const { bytes } = chain[i]!;
      if (sizeOf(bytes) > size || sum + bytes > MOST_SEGMENT_BYTES) break;
      count++;
      sum += bytes;
      if (sizeOf(bytes) === size) same++;
    }
    if (same >= FEW) return count;
  }
  return 0;
}
