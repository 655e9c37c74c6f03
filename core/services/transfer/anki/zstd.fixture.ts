const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const BLOCK = 128 << 10;
/** A window of 2 MiB, as Anki's own. */
const WINDOW = 0x58;

/** A frame that packs nothing. @param window its descriptor: 8 for each doubling of 1 KiB */
export function zstdOf(content: Uint8Array, window = WINDOW): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < content.length; at += BLOCK) {
    const piece = content.subarray(at, at + BLOCK);
    blocks.push(header(0, piece.length, at + BLOCK >= content.length), Buffer.from(piece));
  }
  return Buffer.concat([MAGIC, Buffer.from([0, window]), ...blocks]);
}

/** A frame of zeros: four bytes for each 128 KiB. */
export function zstdBomb(bytes: number): Buffer {
  const count = Math.ceil(bytes / BLOCK);
  const block = (i: number) => Buffer.concat([header(1, BLOCK, i === count - 1), Buffer.from([0])]);
  return Buffer.concat([MAGIC, Buffer.from([0, WINDOW]), ...Array.from({ length: count }, (_, i) => block(i))]);
}

/** @param kind 0 as it is, 1 one byte repeated, 2 packed */
function header(kind: number, length: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntLE((isLast ? 1 : 0) | (kind << 1) | (length << 3), 0, 3);
  return bytes;
}
