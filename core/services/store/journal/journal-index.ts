/** A mark at every this many events: finding one reads about 16 kB. */
const MARK_EVERY = 64;

/** What is known of one journal file: its name, how far it was read, and where some of its events begin. */
export interface FileIndex {
  readonly name: string;
  /** Bytes read; a line begins here. */
  end: number;
  /** Pairs of seq and offset, rising. */
  readonly marks: number[];
  /** Events since the last mark. */
  sinceMark: number;
  /** Where whole lines begin that were not taken as events. */
  refused?: number[];
}

/** Begins a line at `offset` that was not taken? */
export const isRefused = ({ refused }: FileIndex, offset: number): boolean => refused?.includes(offset) === true;

/** How far the journal of one device is in the progress. */
export interface Covered {
  readonly device: string;
  /** The last sequence number and order seen; 0 and 0 before the first event. */
  seq: number;
  order: number;
  readonly files: FileIndex[];
}

export const nothingCovered = (device: string): Covered => ({ device, seq: 0, order: 0, files: [] });

/** Marks the event at `offset` where a mark is due and counts it as read up to `end`. */
export function indexEvent(file: FileIndex, seq: number, offset: number, end: number): void {
  if (file.marks.length === 0 || file.sinceMark >= MARK_EVERY) {
    file.marks.push(seq, offset);
    file.sinceMark = 0;
  }
  file.sinceMark++;
  file.end = end;
}

/** The file of a name, made where it is new; files stand oldest first. */
export function fileIndex(covered: Covered, name: string): FileIndex {
  const newest = covered.files.at(-1);
  if (newest?.name === name) return newest;
  let found = covered.files.find((file) => file.name === name);
  if (!found) {
    found = { name, end: 0, marks: [], sinceMark: 0 };
    covered.files.push(found);
    covered.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  return found;
}

export interface Stretch {
  readonly file: FileIndex;
  readonly from: number;
  readonly to: number;
}

/** The stretch of a file that holds the event `seq` if any does; null before the first. */
export function stretchOf(covered: Covered, seq: number): Stretch | null {
  for (let i = covered.files.length - 1; i >= 0; i--) {
    const file = covered.files[i]!;
    const first = file.marks[0];
    if (first === undefined || first > seq) continue;
    let low = 0;
    let high = file.marks.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (file.marks[2 * middle]! <= seq) low = middle;
      else high = middle - 1;
    }
    return { file, from: file.marks[2 * low + 1]!, to: file.marks[2 * low + 3] ?? file.end };
  }
  return null;
}

/** All stretches, newest first. */
export function* stretchesBackwards(covered: Covered): Generator<Stretch> {
  for (let i = covered.files.length - 1; i >= 0; i--) {
    const file = covered.files[i]!;
    for (let k = file.marks.length - 2; k >= 0; k -= 2)
      yield { file, from: file.marks[k + 1]!, to: file.marks[k + 3] ?? file.end };
  }
}
