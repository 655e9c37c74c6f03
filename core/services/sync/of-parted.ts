import type { DataStore } from '../store/data-store.ts';
import { isFork } from '../store/journal/device.ts';
import { forkIdOf } from '../store/journal/forks.ts';
import type { RawLine } from '../store/journal/raw-line.ts';

/**
 * Are lines here already under the name of the device that a copy parted from, or of the one that it became? They would count twice.
 * They wait until the lines of the copy that kept the name are here too: then the rule of copies that parted gives each its name.
 * @param fresh lines of a device that would be put behind those of it that are here
 */
export function isOfParted(
  { journal }: Pick<DataStore, 'journal'>,
  device: string,
  fresh: readonly RawLine[],
): boolean {
  const [begin] = fresh;
  if (begin === undefined) return false;
  if (isFork(device)) {
    if (journal.lastLine(device) !== null) return false;
    return [...journal.reach().keys()].some((other) => {
      const [line] = journal.lines(other, begin.seq - 1);
      return line?.seq === begin.seq && forkIdOf(other, line.bytes) === device;
    });
  }
  const bySeq = new Map(fresh.map((line) => [line.seq, line]));
  return [...journal.reach().keys()].filter(isFork).some((fork) => {
    const [first] = journal.lines(fork, 0);
    const line = first && bySeq.get(first.seq);
    return line !== undefined && forkIdOf(device, line.bytes) === fork;
  });
}
