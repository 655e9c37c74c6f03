import type { JournalEvent } from '../../../domain/history/events.ts';
import { breathe } from '../../jobs/slices.ts';
import { piecesOf } from '../../store/journal/journal-line.ts';
import { reachedBy, type Reached } from '../folder/read-folder.ts';
import { cutsOf, keptFrom, type KeptFile } from './kept-file.ts';
import { sha256, type ObjectStore } from './object-store.ts';

const LF = 0x0a;
const JOURNAL = /^journal\/([a-z0-9]+)\/\d{4}-\d{2}\.ndjson$/;
/** Longer ones are proved by a replay of everything. */
const MAX_BYTES = 2 << 20;
const BYTES_A_STEP = 64 << 10;

/** The events in whole lines, some at a time; null for what is none. */
function* eventsIn(bytes: Buffer): Generator<(JournalEvent | null)[]> {
  for (let from = 0; from < bytes.length;) {
    const near = bytes.indexOf(LF, Math.min(bytes.length - 1, from + BYTES_A_STEP));
    const to = near < 0 ? bytes.length : near + 1;
    yield piecesOf(bytes.subarray(from, to), 0).map(({ event }) => event);
    from = to;
  }
}

/** Does a kept file begin with all of another? */
async function continues(objects: ObjectStore, longer: KeptFile, shorter: KeptFile): Promise<boolean> {
  if (longer.bytes < shorter.bytes) return false;
  const [cuts, also] = [cutsOf(shorter.bytes), cutsOf(longer.bytes)];
  let i = 0;
  let same = 0;
  while (i < cuts.length && cuts[i] === also[i] && shorter.objects[i] === longer.objects[i]) same += cuts[i++]!;
  if (i === cuts.length) return true;
  const rest = await keptFrom(objects, longer, same);
  for (let offset = 0; i < cuts.length; offset += cuts[i++]!) {
    if (sha256(rest.subarray(offset, offset + cuts[i]!)) !== shorter.objects[i]) return false;
    await breathe();
  }
  return true;
}

/**
 * Events of each device that came behind those of an earlier backup, read back from the objects. Null where the journals are
 * not those of before and something behind them.
 * @param from how far the earlier one reaches
 */
export async function eventsBehind(
  objects: ObjectStore,
  before: readonly KeptFile[],
  current: readonly KeptFile[],
  from: Reached,
  upTo: Reached,
): Promise<JournalEvent[][] | null> {
  const known = new Map(before.filter(({ path }) => JOURNAL.test(path)).map((file) => [file.path, file]));
  const byDevice = new Map<string, JournalEvent[]>();
  let left = MAX_BYTES;
  for (const file of [...current].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, device] = JOURNAL.exec(file.path) ?? [];
    if (device === undefined) continue;
    const old = known.get(file.path);
    known.delete(file.path);
    if (old && !(await continues(objects, file, old))) return null;
    if (old?.bytes === file.bytes) continue;
    const events = byDevice.get(device) ?? [];
    byDevice.set(device, events);
    const begin = old?.bytes ?? 0;
    if ((left -= file.bytes - begin) < 0) return null;
    for (const group of eventsIn(await keptFrom(objects, file, begin))) {
      for (const event of group) {
        const last = events.at(-1)?.seq ?? reachedBy(from, device);
        if (event?.device !== device || event.seq !== last + 1) return null;
        events.push(event);
      }
      await breathe();
    }
  }
  for (const [device, events] of byDevice)
    if (reachedBy(upTo, device) !== (events.at(-1)?.seq ?? reachedBy(from, device))) return null;
  return known.size > 0 ? null : [...byDevice.values()];
}
