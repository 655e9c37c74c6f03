import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive as its two headers tell it, true or not. */
export interface CraftedEntry {
  readonly name: string;
  /** What stands in the archive; nothing where it shares bytes of another. */
  readonly stored: Buffer;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  /** Index of the entry whose local header this one names as its own. */
  readonly sharesWith?: number;
  /** Bytes of nothing behind `stored`: a hole in the file. */
  readonly hole?: number;
}

export function entryOf(name: string, content: Buffer | string, more: Partial<CraftedEntry> = {}): CraftedEntry {
  const bytes = Buffer.from(content);
  const stored = deflateRawSync(bytes);
  const sizes = { compressedSize: stored.length, uncompressedSize: bytes.length };
  return { name, stored, method: 8, crc: crc32(bytes), ...sizes, ...more };
}

function header(signature: number, entry: CraftedEntry, isCentral: boolean, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const fixed = Buffer.alloc(isCentral ? 46 : 30);
  fixed.writeUInt32LE(signature, 0);
  const at = isCentral ? 6 : 4;
  if (isCentral) fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(20, at);
  fixed.writeUInt16LE(0x800, at + 2);
  fixed.writeUInt16LE(entry.method, at + 4);
  fixed.writeUInt32LE(entry.crc, at + 10);
  fixed.writeUInt32LE(entry.compressedSize, at + 14);
  fixed.writeUInt32LE(entry.uncompressedSize, at + 18);
  fixed.writeUInt16LE(name.length, at + 22);
  if (isCentral) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name]);
}

/** Writes an archive exactly as it is told to, for tests of what must be refused. */
export function writeCraftedZip(path: string, entries: readonly CraftedEntry[]): void {
  const fd = openSync(path, 'w');
  const offsets: number[] = [];
  let end = 0;
  for (const entry of entries) {
    if (entry.sharesWith !== undefined) {
      offsets.push(offsets[entry.sharesWith]!);
      continue;
    }
    offsets.push(end);
    const bytes = Buffer.concat([header(0x04034b50, entry, false, 0), entry.stored]);
    end += writeSync(fd, bytes, 0, bytes.length, end) + (entry.hole ?? 0);
  }
  ftruncateSync(fd, end);
  const central = Buffer.concat(entries.map((entry, i) => header(0x02014b50, entry, true, offsets[i]!)));
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  tail.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(end, 16);
  writeSync(fd, Buffer.concat([central, tail]), 0, central.length + 22, end);
  closeSync(fd);
}
