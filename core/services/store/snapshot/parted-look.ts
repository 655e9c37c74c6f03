import { compareEvents } from '../../../domain/history/order.ts';
import { chosenBy } from '../../../domain/history/settings-fold.ts';
import { isVoided, voidedBy } from '../../../domain/history/voided.ts';
import type { Look } from '../../../domain/settings.ts';
import { carried } from '../fold/carried.ts';
import type { Device } from '../journal/device.ts';
import type { Fork } from '../journal/forks.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot says of negations and looks; nothing where there is none. */
type Known = Pick<Snapshot, 'negations' | 'looks'>;
const NOTHING: Known = { negations: [], looks: [] };

/** What a copy that parted chose for its look until then, and what since. */
export function partedLook(
  { negations, looks }: Known,
  { device, from, chosen }: Fork,
): Record<'before' | 'since', Partial<Look>> {
  const voided = voidedBy(negations);
  const standing = chosen.filter((event) => !isVoided(event, voided)).sort(compareEvents);
  const lookBy = (events: typeof standing): Partial<Look> => chosenBy(events).looks.get(device) ?? {};
  const known = looks.find(([id]) => id === device)?.[1] ?? {};
  return {
    before: lookBy(standing.filter(({ seq }) => seq < from)),
    // What events made whose lines are lost goes with the copy that knows of it.
    since: carried(known, lookBy(standing), lookBy(standing.filter(({ seq }) => seq >= from))),
  };
}

/** Our device under the id of our copy that parted: it goes on looking as it did. */
export function partedDevice(device: Device, forks: readonly Fork[], known: Known | null): Device {
  return forks.reduce(
    (own, fork) =>
      fork.device === own.id
        ? { ...own, id: fork.fork, look: { ...own.look, ...partedLook(known ?? NOTHING, fork).before } }
        : own,
    device,
  );
}
