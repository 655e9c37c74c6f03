import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import { compareEvents } from '../../../domain/history/order.ts';
import { replay } from '../../../domain/history/replay.ts';
import { batchOf } from '../../../domain/history/voided.ts';
import type { DeviceInMemory } from '../fold/device-in-memory.ts';
import type { History } from '../fold/history.ts';
import { rebuilding } from '../fold/rebuild.ts';
import { filesOf, snapshotIn } from './snapshot-in-memory.fixture.ts';
import { restoreHistory, takeSnapshot } from './snapshot.ts';
import { histories, plain, study } from '../fold/stories.fixture.ts';

/** What a snapshot taken now would bring back at the next start. */
function restarted(device: DeviceInMemory): History {
  const covered = device.journals().map((events) => {
    const { seq, order, device: id } = events.at(-1)!;
    return { device: id, seq, order, files: [] };
  });
  return restoreHistory(snapshotIn(filesOf(takeSnapshot(device.history, covered, device.clock.now))), device);
}

/** The events a device knows now and did not know then, as they came. */
const since = (device: DeviceInMemory, known: ReadonlySet<string>): JournalEvent[] =>
  [...device.known]
    .filter(([ref]) => !known.has(ref))
    .map(([, event]) => event)
    .sort(compareEvents);

describe('a snapshot', () => {
  it('and what came after it are the same as a replay of everything, wherever it was taken', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), (steps, where) => {
        const at = where % (steps.length + 1);
        let restored: History | null = null;
        let known = new Set<string>();
        const [device] = study(steps, ([first], done) => {
          if (!first) return;
          if (restored === null) {
            if (done < at || first.known.size === 0) return;
            restored = restarted(first);
          } else restored.absorb(since(first, known));
          known = new Set(first.known.keys());
        });
        const last = restored as History | null;
        if (last === null || !device) return;
        expect(plain(last.progress)).toEqual(plain(replay(device.journals())));
      }),
      { numRuns: 1000 },
    );
  });

  it('lets the last event be taken back after a restart as if it had never been', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const [device] = study(steps) as [DeviceInMemory, ...DeviceInMemory[]];
        const last = device
          .undoable()
          .find((event) => event.type !== 'undo' && !(event.type === 'review' && event.corrects !== undefined));
        if (!last) return;
        const history = restarted(device);
        const order = 1 + Math.max(...[...device.known.values()].map((event) => event.order));
        const undo: JournalEvent = {
          v: 1,
          device: device.id,
          seq: device.nextSeq,
          at: order,
          order,
          utcOffsetMin: 420,
          type: 'undo',
          of: [batchOf(last) ?? refOf(last)],
        };
        device.known.set(refOf(undo), undo);
        history.absorb([undo]);
        expect(plain(history.progress)).toEqual(plain(replay(device.journals())));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a rebuild', () => {
  it('in one pass makes what folding event by event made, trails too', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const device of study(steps)) {
          const pass = rebuilding(device, () => device.journals(), device.history.negations);
          let next = pass.next();
          while (!next.done) next = pass.next();
          const rebuilt = next.value;
          expect(plain(rebuilt.progress)).toEqual(plain(device.history.progress));
          for (const card of device.history.progress.cards.keys())
            expect(rebuilt.trails.cards.lengthOf(card)).toBe(device.history.trails.cards.lengthOf(card));
          expect(rebuilt.last).toEqual(device.history.last);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
