import { describe, expect, it } from 'vitest';
import { sealLine } from '../store/journal/journal-line.ts';
import { rawLineAt, type RawLine } from '../store/journal/raw-line.ts';
import { inSlices } from '../jobs/slices.ts';
import { joinable } from './joining.ts';
import { relating, type Relation } from './relation.ts';
import { makeSegment, placeOf, readSegment } from './segment.ts';
import { segmentFile, segmentNameOf } from './segment-name.ts';

const DEVICE = 'k3j9d8s7a6f5';
function line(seq: number, flag = 1): RawLine {
  const event = { v: 1, device: DEVICE, seq, at: 1_795_143_783_000 + seq, order: 1_795_143_783_000 + seq };
  const body = { utcOffsetMin: 420, type: 'card', cards: ['csto/a'], change: { flag } };
  const bytes = sealLine(JSON.stringify({ ...event, ...body }));
  return rawLineAt(bytes, 0, bytes.length - 1, DEVICE)!;
}
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => line(from + i));

describe('a segment', () => {
  const { head, pieces } = makeSegment(DEVICE, placeOf(line(4)), lines(5, 9));
  const bytes = Buffer.concat(pieces);

  it('is read back as it was made, whatever it is called', () => {
    expect(readSegment(bytes)?.head).toEqual(head);
    expect(segmentNameOf(segmentFile({ ...head, last: head.last.seq }))).toEqual({
      ...{ device: DEVICE, first: 5, last: 9, id: head.id },
    });
  });

  it('is none with any byte changed, cut off or put behind', () => {
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1;
      expect(readSegment(damaged)?.head.id, `byte ${at}`).not.toBe(head.id);
      expect(readSegment(bytes.subarray(0, at)), `cut at ${at}`).toBe(null);
    }
    expect(readSegment(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(null);
  });

  it('of a newer app is refused by name', () => {
    const newer = sealLine(JSON.stringify({ sync: 'segment', version: 2 }));
    expect(() => readSegment(newer)).toThrow(expect.objectContaining({ code: 'data-too-new' }));
  });

  it.each([
    'j-a-1-2-0.ndjson',
    'part.json',
    `j-${DEVICE}-9-5-${head.id}.ndjson`,
    `${segmentFile({ ...head, last: 9 })}~`,
  ])('is not named %s', (name) => expect(segmentNameOf(name)).toBe(null));
});

describe('lines that came', () => {
  it.each<[string, RawLine[], RawLine[], Relation]>([
    ['all here', lines(1, 5), lines(2, 4), { kind: 'here' }],
    ['behind', lines(1, 5), lines(6, 8), { kind: 'behind', from: 0 }],
    ['partly behind', lines(1, 5), lines(4, 8), { kind: 'behind', from: 2 }],
    ['filling a gap', [...lines(1, 2), ...lines(5, 6)], lines(2, 6), { kind: 'apart' }],
    ['saying something else', lines(1, 5), [line(4), line(5, 2)], { kind: 'apart' }],
    ['of a device that is not here', [], lines(1, 2), { kind: 'behind', from: 0 }],
  ])('are known as %s', async (_, here, came, relation) => {
    const from = here.filter(({ seq }) => seq >= came[0]!.seq);
    expect(await inSlices(relating(from, here.at(-1)?.seq ?? 0, came))).toEqual(relation);
  });
});

describe('joining', () => {
  it('leaves few segments, and writes a line anew only a few times', () => {
    let chain: { bytes: number }[] = [];
    let written = 0;
    for (let i = 0; i < 5_000; i++) {
      chain.push({ bytes: 700 });
      written += 700;
      const join = joinable(chain);
      if (join === 0) continue;
      const bytes = chain.slice(-join).reduce((sum, one) => sum + one.bytes, 0);
      chain = [...chain.slice(0, -join), { bytes }];
      written += bytes;
    }
    expect(chain.length).toBeLessThan(40);
    expect(written / (5_000 * 700)).toBeLessThan(6);
    expect(chain.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(5_000 * 700);
  });
});
