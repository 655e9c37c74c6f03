import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../domain/progress.ts';
import { replay } from '../../../domain/history/replay.ts';
import type { DeviceInMemory } from './device-in-memory.ts';
import { histories, plain, step, study, take, undo } from './stories.fixture.ts';

describe('the history', () => {
  it('agrees with a plain replay of the same events, at the end of any story', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const device of study(steps))
          expect(plain(device.history.progress)).toEqual(plain(replay(device.journals())));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same whichever way three devices are merged, and merging again changes nothing', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const fresh = () => study(steps) as [DeviceInMemory, DeviceInMemory, DeviceInMemory];
        const [a, b, c] = fresh();
        a.take(b);
        a.take(c);
        const [d, e, f] = fresh();
        e.take(f);
        d.take(e);
        const [g, h, i] = fresh();
        i.take(h);
        i.take(g);
        const merged = plain(a.history.progress);
        expect(plain(d.history.progress)).toEqual(merged);
        expect(plain(i.history.progress)).toEqual(merged);
        i.take(a);
        expect(plain(i.history.progress)).toEqual(merged);
        expect(plain(replay(a.journals().reverse()))).toEqual(merged);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts an undone event as never done', () => {
    const bare = (progress: Progress) => {
      const { cards, ...rest } = plain(progress);
      const states = cards
        .filter(([, state]) => state.last !== null)
        .map(([id, { revision: _, ...state }]) => [id, state]);
      return { ...rest, cards: states };
    };
    fc.assert(
      fc.property(histories, step, (steps, last) => {
        const [device] = study(steps) as [DeviceInMemory, ...DeviceInMemory[]];
        const before = bare(device.history.progress);
        const known = device.known.size;
        if (last.what === 'undo' || last.what === 'undo-any' || last.what === 'correct' || last.what === 'sync') return;
        take([device], { ...last, device: 0 });
        if (device.known.size === known) return;
        undo(device, 0, false);
        expect(bare(device.history.progress)).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });
});
