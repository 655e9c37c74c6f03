import type { JournalEvent } from '../../domain/history/events.ts';
import { MAX_PARTS } from '../../domain/history/limits.ts';
import { daysAhead, type AheadSpan } from '../../domain/history/stamped-ahead.ts';
import type { Progress } from '../../domain/progress.ts';
import { DAY_MS, studyDay } from '../../domain/study/study-day.ts';
import { breathe } from '../jobs/slices.ts';
import type { ProgressStore } from '../ports.ts';

/** Events that lie more than a day ahead of the clock, and how they come to their true times. */
export interface AheadOfClock {
  readonly spans: readonly AheadSpan[];
  readonly events: number;
  /** First and last study day they are stamped for. */
  readonly days: { readonly from: number; readonly to: number };
}

/** Events between two chances to give the loop free. */
const GROUP = 500;

/** Does anything that is known lie ahead? Looking through the journals for it takes longer. */
function isAnythingAhead({ days, lessons }: Progress, now: number): boolean {
  const isAhead = (at: number) => at > now + DAY_MS;
  // A study day of the zone farthest east may begin before that of UTC.
  if ([...days.keys()].some((day) => day * DAY_MS > now)) return true;
  return [...lessons.values()].some(
    ({ read, place }) => Object.values(read).some(isAhead) || (place !== null && isAhead(place.at)),
  );
}

/** The events of one device, newest first: runs of those that lie ahead of the clock become spans. */
class DeviceRuns {
  readonly spans: AheadSpan[] = [];
  #run: { from: number; readonly to: number; latest: number; known: number } | null = null;
  /** When the run before it in this walk, the later one in truth, had ended: no event of the run can be later. */
  #end: number;

  constructor(
    readonly device: string,
    now: number,
  ) {
    this.#end = now;
  }

  /** @param known days it was said to be ahead already, which are taken off its `at` */
  ahead({ seq, at }: JournalEvent, known: number): void {
    const run = (this.#run ??= { from: seq, to: seq, latest: at, known });
    run.from = seq;
    run.latest = Math.max(run.latest, at);
    run.known = Math.max(run.known, known);
  }

  right(at: number): void {
    this.close();
    this.#end = Math.min(this.#end, at);
  }

  /** Whole days, so that every answer keeps its hour, and an evening stays one study day. */
  close(): void {
    if (this.#run === null) return;
    const { from, to, latest, known } = this.#run;
    this.spans.push({ device: this.device, from, to, days: known + Math.ceil((latest - this.#end) / DAY_MS) });
    this.#run = null;
  }
}

/**
 * Events whose stamps lie more than a day ahead of the clock: a clock ran ahead and was put right since. A run of them is taken to
 * end when the device's next event, or this moment, came: how far the clock was wrong follows from that, to the day.
 */
export async function aheadOfClock(store: ProgressStore, now: number): Promise<AheadOfClock | null> {
  const { progress, stampedAhead } = store;
  if (!isAnythingAhead(progress, now)) return null;
  const devices = new Map<string, DeviceRuns>();
  let [seen, events, first, last] = [0, 0, Infinity, -Infinity];
  for (const event of store.backwards()) {
    // No event behind this one is stamped later than its order.
    if (event.order <= now + DAY_MS) break;
    if (++seen % GROUP === 0) await breathe();
    const runs = devices.get(event.device) ?? new DeviceRuns(event.device, now);
    devices.set(event.device, runs);
    if (event.at <= now + DAY_MS) {
      runs.right(event.at);
      continue;
    }
    runs.ahead(event, daysAhead(event, stampedAhead));
    const day = studyDay(event.at, { utcOffsetMin: event.utcOffsetMin, rolloverHour: progress.settings.rolloverHour });
    [first, last] = [Math.min(first, day), Math.max(last, day)];
    events++;
  }
  for (const runs of devices.values()) runs.close();
  const spans = [...devices.values()].flatMap((runs) => runs.spans).slice(0, MAX_PARTS);
  return events === 0 ? null : { spans, events, days: { from: first, to: last } };
}
