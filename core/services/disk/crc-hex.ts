const DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/** A CRC-32 as eight lower-case hex digits. */
export const hexOfCrc = (crc: number): string => crc.toString(16).padStart(8, '0');

/** Writes `hexOfCrc(crc)` as eight bytes at `offset`; no string is made, since this runs for every line. */
export function writeHexOfCrc(crc: number, into: Uint8Array, offset: number): void {
  for (let i = 0, shift = 28; i < 8; i++, shift -= 4) into[offset + i] = DIGITS[(crc >>> shift) & 15]!;
}

/** Are the eight bytes at `offset` those of `hexOfCrc(crc)`? */
export function isHexOfCrc(crc: number, bytes: Uint8Array, offset: number): boolean {
  for (let i = 0, shift = 28; i < 8; i++, shift -= 4)
    if (bytes[offset + i] !== DIGITS[(crc >>> shift) & 15]) return false;
  return true;
}
