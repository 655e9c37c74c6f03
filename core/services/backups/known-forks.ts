import { isFork } from '../store/journal/device.ts';
import { forkIdOf } from '../store/journal/forks.ts';
import type { Journals } from '../store/journal/journals.ts';

/** A copy that parted, of which lines stand under the name that it left. */
export interface KnownFork {
  readonly device: string;
  readonly fork: string;
  /** Number of the first line that is its own. */
  readonly from: number;
  /** Where its lines stand under the old name. */
  readonly inOurs: boolean;
  readonly inTheirs: boolean;
}

/** The first number of a device that is in one of two folders. */
function firstOf(fork: string, folders: readonly Journals[]): number {
  const firsts = folders.flatMap((journals) =>
    journals.of(fork).covered.files.map(({ marks }) => marks[0] ?? Infinity),
  );
  return Math.min(...firsts);
}

function isOf(fork: string, journals: Journals, device: string, from: number): boolean {
  const [line] = journals.standing(device, from - 1);
  return line?.seq === from && forkIdOf(device, line.bytes) === fork;
}

/**
 * Copies that are known to have parted, whose lines one folder has under the new name and one, or the same, under the old: they are the
 * same lines, and would count twice. In steps.
 * @param ours our journals @param theirs those that come; what they do not touch is left as it is
 */
export function* knownForks(ours: Journals, theirs: Journals): Generator<void, KnownFork[]> {
  const devicesIn = (journals: Journals) => journals.covered.filter(({ seq }) => seq > 0).map(({ device }) => device);
  const coming = new Set(devicesIn(theirs));
  const all = [...new Set([...devicesIn(ours), ...coming])];
  const found: KnownFork[] = [];
  for (const fork of all.filter(isFork)) {
    const from = firstOf(fork, [ours, theirs]);
    for (const device of all) {
      yield;
      if (from === Infinity || device === fork || !(coming.has(fork) || coming.has(device))) continue;
      const [inOurs, inTheirs] = [isOf(fork, ours, device, from), isOf(fork, theirs, device, from)];
      if (inOurs || inTheirs) found.push({ device, fork, from, inOurs, inTheirs });
    }
  }
  return found;
}
