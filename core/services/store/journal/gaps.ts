import type { JournalEvent, Stamp } from '../../../domain/history/events.ts';
import { studyDay } from '../../../domain/study/study-day.ts';
import { isFork } from './device.ts';

type Moment = Pick<Stamp, 'at' | 'utcOffsetMin'>;

/** Numbers of a device whose events are not in its journal, and the events on either side of them. */
export interface Gap {
  readonly device: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly after: Moment | null;
  readonly before: Moment | null;
}

const TRACES = ['"seq":', '"crc":"', '{"v":'];

/** Could these bytes have been a line? Zeros are what a file system leaves of one. */
const mayHaveBeenLine = (bytes: Buffer): boolean => bytes.includes(0) || TRACES.some((trace) => bytes.includes(trace));

/**
 * Finds the gaps of a journal that is read from its begin. A device gives its numbers one by one, so one that is missing was
 * lost, but for two kinds: those before the first of a fork, and those that were passed over because something unreadable stood
 * behind the last event, though it never was a line.
 */
export class GapFinder {
  readonly gaps: Gap[] = [];
  #last: JournalEvent | null = null;
  /** Pieces since the last event that never were lines; −1 where one may have been. */
  #noise = 0;

  constructor(private readonly device: string) {}

  passBad(bytes: Buffer): void {
    if (this.#noise >= 0) this.#noise = mayHaveBeenLine(bytes) ? -1 : this.#noise + 1;
  }

  pass(event: JournalEvent): void {
    const first = this.#last === null ? (isFork(this.device) ? event.seq : 1) : this.#last.seq + 1;
    if (event.seq - first > Math.max(0, this.#noise))
      this.gaps.push({ device: this.device, fromSeq: first, toSeq: event.seq - 1, after: this.#last, before: event });
    this.#last = event;
    this.#noise = 0;
  }

  /** The gaps, and what is missing up to a number that is known to have been given. */
  upTo(seq: number): readonly Gap[] {
    const last = this.#last?.seq ?? 0;
    if (seq <= last || (isFork(this.device) && last === 0)) return this.gaps;
    return [...this.gaps, { device: this.device, fromSeq: last + 1, toSeq: seq, after: this.#last, before: null }];
  }
}

/** Between which study days the events of a gap were. @param latest epoch ms; none of them is younger */
export function daysOf(
  { after, before }: Gap,
  rolloverHour: number,
  latest: number,
): { fromDay: number; toDay: number } {
  const dayOf = ({ at, utcOffsetMin }: Moment) => studyDay(at, { utcOffsetMin, rolloverHour });
  const end = before ?? (after && { at: Math.max(after.at, latest), utcOffsetMin: after.utcOffsetMin });
  const toDay = end === null ? studyDay(latest, { utcOffsetMin: 0, rolloverHour }) : dayOf(end);
  return { fromDay: Math.min(after === null ? toDay : dayOf(after), toDay), toDay };
}
