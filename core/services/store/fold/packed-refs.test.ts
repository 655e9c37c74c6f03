import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventRef } from '../../../domain/ids.ts';
import { refOf } from '../../../domain/history/events.ts';
import { PackedRefs } from './packed-refs.ts';

const stamp = fc.record({ device: fc.constantFrom('aaaaaa', 'bbbbbb', 'aaaaaab'), seq: fc.nat(2 ** 40) });

describe('packed names', () => {
  it('stand for one event each', () => {
    fc.assert(
      fc.property(stamp, stamp, (a, b) => {
        const refs = new PackedRefs();
        const packed = refs.pack(a);
        expect(refs.unpack(packed)).toEqual(a);
        expect(refs.nameOf(packed)).toBe(refOf(a));
        expect(refs.packRef(refOf(a))).toBe(packed);
        expect(refs.isNameOf(refOf(a), packed)).toBe(true);
        expect(refs.isNameOf(refOf(b), packed)).toBe(refOf(b) === refOf(a));
        expect(refs.find(refOf(b))).toBe(b.device === a.device ? refs.pack(b) : null);
      }),
    );
  });

  it.each(['aaaaaa:', 'aaaaaa:07', 'aaaaaa:7 ', 'aaaaaa:-7', 'aaaaaa7', 'aaaaaa', ':7', '', 'aaaaaa:70'])(
    '%j is no name of aaaaaa:7',
    (name) => {
      const refs = new PackedRefs();
      expect(refs.isNameOf(name as EventRef, refs.pack({ device: 'aaaaaa', seq: 7 }))).toBe(false);
    },
  );
});
