import { describe, expect, it } from 'vitest';
import { allOf } from './shared-decks.fixture.ts';
import { zstdOf } from './zstd.fixture.ts';
import { BrokenZstd, unzstd } from './zstd.ts';

/** `the quick brown fox ` fifty times, packed by the reference program. */
const PACKED = Buffer.from('KLUv/WDoAt0AAKB0aGUgcXVpY2sgYnJvd24gZm94IAEAol81mQ==', 'base64');

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const unpacked = async (bytes: Uint8Array, length: number) =>
  Buffer.concat(await allOf(unzstd(inPieces(bytes, length))));

describe('Zstandard', () => {
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251));

  it.each([7, 1000, 65_536, 1_000_000])('is the same in pieces of %i bytes', async (length) => {
    expect((await unpacked(zstdOf(content), length)).equals(content)).toBe(true);
  });

  it('is what the reference program packed', async () => {
    expect((await unpacked(PACKED, 5)).toString()).toBe('the quick brown fox '.repeat(50));
  });

  it('of several frames is one content, empty pieces between', async () => {
    async function* pieces() {
      yield zstdOf(Buffer.from('a'));
      yield new Uint8Array();
      yield zstdOf(Buffer.from('b'));
    }
    expect(Buffer.concat(await allOf(unzstd(pieces()))).toString()).toBe('ab');
  });

  it('of two files at once is not mixed up', async () => {
    const [a, b] = [unzstd(inPieces(zstdOf(content), 5000)), unzstd(inPieces(zstdOf(content.subarray(9)), 3000))];
    const parts: [Uint8Array[], Uint8Array[]] = [[], []];
    for (let open = 2; open > 0;) {
      open = 0;
      for (const [i, each] of [a, b].entries()) {
        const step = await each.next();
        if (step.done) continue;
        parts[i]!.push(step.value);
        open++;
      }
    }
    expect(parts.map((each) => Buffer.concat(each).length)).toEqual([content.length, content.length - 9]);
  });

  it.each([
    ['no frame', Buffer.from('plain text')],
    ['nothing', Buffer.alloc(0)],
    ['an end within a block', zstdOf(content).subarray(0, 100_000)],
    ['noise behind the frame', Buffer.concat([zstdOf(content), Buffer.alloc(64, 0xee)])],
  ])('that is %s is refused', async (_, bytes) => {
    await expect(unpacked(bytes, 4096)).rejects.toBeInstanceOf(BrokenZstd);
  });

  it('gives its input up when nobody takes more', async () => {
    let isGivenUp = false;
    async function* pieces() {
      try {
        yield* inPieces(zstdOf(content), 1000);
      } finally {
        isGivenUp = true;
      }
    }
    for await (const piece of unzstd(pieces())) if (piece.length > 0) break;
    expect(isGivenUp).toBe(true);
  });
});
