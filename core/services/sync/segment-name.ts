import { MAX_SEQ } from '../../domain/history/limits.ts';

/** What a segment is called: only a hint, since a synchroniser may rename it. What it is, its content says. */
export interface SegmentName {
  readonly device: string;
  /** First and last number of its events. */
  readonly first: number;
  readonly last: number;
  /** Of its content. */
  readonly id: string;
}

export const SEGMENT_START = 'j-';
const NAME = /^j-([a-z0-9]{6,40})-([1-9]\d{0,12})-([1-9]\d{0,12})-([0-9a-f]{32})\.ndjson$/;

export const segmentFile = ({ device, first, last, id }: SegmentName): string =>
  `${SEGMENT_START}${device}-${first}-${last}-${id}.ndjson`;

/** Null for another name. */
export function segmentNameOf(name: string): SegmentName | null {
  const [, device = '', first, last, id = ''] = NAME.exec(name) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return device !== '' && from <= to && to <= MAX_SEQ ? { device, first: from, last: to, id } : null;
}
