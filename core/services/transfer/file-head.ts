import { createReadStream } from 'node:fs';
import type { Source } from './format.ts';

const HEAD_BYTES = 64 << 10;

/** The first 64 KiB of a file, or all of it. */
export async function fileHead({ path }: Source): Promise<Uint8Array> {
  for await (const piece of createReadStream(path, { end: HEAD_BYTES - 1, highWaterMark: HEAD_BYTES }))
    return piece as Buffer;
  return new Uint8Array();
}
