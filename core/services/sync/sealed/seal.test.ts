import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hiddenName, keyOf, newParameters, type SealKey } from './seal-key.ts';
import { CHUNK_BYTES, HEAD_BYTES, OPEN_BYTES, paddedBytes } from './sealed-layout.ts';
import { nameIn, seal, unseal } from './sealed-file.ts';

/** Cheap to make: what is tried here does not depend on the cost. */
const COST = 4;
let key: SealKey;
let other: SealKey;
beforeAll(async () => {
  key = await keyOf('ฝนตกขี้หมูไหล', newParameters(COST));
  other = await keyOf('something else', key.parameters);
});

const NAME = 'k3j9/segment-1-200';

async function sealedFile(content: Uint8Array, pieces = [content], name = NAME): Promise<Buffer> {
  const file: Buffer[] = [];
  for await (const piece of seal(name, pieces, key)) file.push(piece);
  return Buffer.concat(file);
}

/** The file as a disk may give it, `length` bytes at a time. */
async function* inPieces(file: Buffer, length = file.length): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += length) yield file.subarray(at, at + length);
}

async function contentIn(file: Buffer, keys: SealKey[] = [key], length?: number, name = NAME): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unseal(name, inPieces(file, length), keys)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const refused = (details: object) =>
  expect.objectContaining({ code: 'data-corrupt', details: expect.objectContaining(details) });

describe('a sealed file', () => {
  it('gives back what was sealed, however it was cut into pieces', async () => {
    const lengths = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: -9, max: 9 }).map((near) => Math.max(0, CHUNK_BYTES - 4 + near)),
      fc.integer({ min: -9, max: 9 }).map((near) => 3 * (CHUNK_BYTES - 4) + near),
      fc.integer({ min: 0, max: 400_000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 200, max: 90_000 }),
        async (bytes, cut, read) => {
          const content = Buffer.alloc(bytes, 'จำได้');
          const pieces = Array.from({ length: Math.ceil(bytes / cut) }, (_, i) =>
            content.subarray(i * cut, (i + 1) * cut),
          );
          const file = await sealedFile(content, pieces);
          expect((await contentIn(file, [other, key], read)).equals(content)).toBe(true);
          expect(nameIn(file.subarray(0, HEAD_BYTES), [key])).toEqual({ name: NAME });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows nothing of content and name, and is another one each time', async () => {
    const content = Buffer.from('The secret of the note, องค์การ, 12345 cards '.repeat(50));
    const [one, two] = [await sealedFile(content), await sealedFile(content)];
    for (const word of ['secret', 'องค์การ', '12345', 'k3j9', 'segment']) expect(one.includes(word), word).toBe(false);
    expect(one.subarray(OPEN_BYTES).equals(two.subarray(OPEN_BYTES))).toBe(false);
    expect(hiddenName(key, NAME)).toMatch(/^[0-9a-f]{32}$/);
    expect(hiddenName(key, NAME)).not.toBe(hiddenName(other, NAME));
  });

  it('has one of few lengths: up to 4 KiB the same, and longer ones at most an eighth longer than what is in them', async () => {
    const lengths = await Promise.all(
      [0, 10, 4000].map(async (bytes) => (await sealedFile(Buffer.alloc(bytes))).length),
    );
    expect(new Set(lengths).size).toBe(1);
    const several = new Set(Array.from({ length: 10_000 }, (_, i) => paddedBytes(100_000 + i)));
    expect(several.size).toBeLessThanOrEqual(6);
    fc.assert(
      fc.property(fc.integer({ min: 4096, max: 2 ** 40 }), (bytes) => {
        const padded = paddedBytes(bytes);
        expect(padded).toBeGreaterThanOrEqual(bytes);
        expect(padded).toBeLessThanOrEqual(bytes * 1.125);
        expect(paddedBytes(padded)).toBe(padded);
      }),
    );
  });

  it('of which one bit is another one is refused, and its chunk is named', async () => {
    const content = Buffer.alloc(150_000, 'text');
    const whole = await sealedFile(content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const file = Buffer.from(whole);
        file[bit >> 3]! ^= 1 << (bit & 7);
        const at = bit >> 3;
        const chunk = at < HEAD_BYTES ? 0 : 1 + Math.floor((at - HEAD_BYTES) / (CHUNK_BYTES + 16));
        const error = await contentIn(file).catch((reason: unknown) => reason);
        // The version alone says who can read it; all else is damage.
        if (at === 7 && file[7]! > 1) expect(error).toMatchObject({ code: 'data-too-new' });
        else expect(error).toEqual(refused({ file: NAME, chunk }));
      }),
      { numRuns: 300 },
    );
  });

  it('that is cut off anywhere, or longer than it was, is refused', async () => {
    const whole = await sealedFile(Buffer.alloc(200_000, 'x'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (bytes) => {
        await expect(contentIn(whole.subarray(0, bytes))).rejects.toEqual(refused({ file: NAME }));
      }),
    );
    await expect(contentIn(whole.subarray(0, HEAD_BYTES + CHUNK_BYTES + 16))).rejects.toEqual(refused({ chunk: 1 }));
    await expect(contentIn(Buffer.concat([whole, Buffer.alloc(1)]))).rejects.toEqual(refused({}));
    await expect(contentIn(Buffer.concat([whole, whole.subarray(HEAD_BYTES)]))).rejects.toEqual(refused({}));
  });

  it('whose chunks were exchanged, with each other or with those of another file, is refused', async () => {
    const [one, two] = [await sealedFile(Buffer.alloc(200_000, 'a')), await sealedFile(Buffer.alloc(200_000, 'b'))];
    const chunk = (file: Buffer, at: number) =>
      file.subarray(HEAD_BYTES + at * (CHUNK_BYTES + 16), HEAD_BYTES + (at + 1) * (CHUNK_BYTES + 16));
    const head = one.subarray(0, HEAD_BYTES);
    const rest = one.subarray(HEAD_BYTES + 2 * (CHUNK_BYTES + 16));
    const swapped = Buffer.concat([head, chunk(one, 1), chunk(one, 0), rest]);
    const mixed = Buffer.concat([head, chunk(one, 0), chunk(two, 1), rest]);
    await expect(contentIn(swapped)).rejects.toEqual(refused({ chunk: 1 }));
    await expect(contentIn(mixed)).rejects.toEqual(refused({ chunk: 2 }));
    await expect(contentIn(Buffer.concat([head, two.subarray(HEAD_BYTES)]))).rejects.toEqual(refused({ chunk: 1 }));
  });

  it('that stands under the name of another one is refused', async () => {
    const file = await sealedFile(Buffer.from('x'), undefined, 'k3j9/other');
    await expect(contentIn(file)).rejects.toEqual(refused({ file: NAME, chunk: 0 }));
  });

  it('of another passphrase is told from a damaged one', async () => {
    const file = await sealedFile(Buffer.from('x'));
    await expect(contentIn(file, [other])).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(nameIn(file.subarray(0, HEAD_BYTES), [other])).toBe('no-key');
    expect(nameIn(Buffer.from('{"format":"jamdai-sync"}'), [key])).toBe('foreign');
    expect(nameIn(file.subarray(0, 100), [key])).toBe('partial');
  });
});

describe('a passphrase', () => {
  it('makes the same key however its letters and spaces are typed', async () => {
    const parameters = newParameters(COST);
    const composed = await keyOf('caf\u00e9 noir', parameters);
    const inParts = await keyOf('cafe\u0301\u00a0noir', parameters);
    expect(inParts.master.equals(composed.master)).toBe(true);
    expect((await keyOf('Cafe noir', parameters)).master.equals(composed.master)).toBe(false);
  });

  it('makes another key in every folder', async () => {
    const [one, two] = [await keyOf('same', newParameters(COST)), await keyOf('same', newParameters(COST))];
    expect(one.master.equals(two.master)).toBe(false);
  });
});
