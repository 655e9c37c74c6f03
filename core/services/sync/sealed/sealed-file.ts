import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../../../domain/errors.ts';
import { checkOf, fileKey, type SealKey } from './seal-key.ts';
import * as layout from './sealed-layout.ts';

const CIPHER = 'aes-256-gcm';
const SEALED_CHUNK = layout.CHUNK_BYTES + layout.TAG_BYTES;

/** What opens the chunks of one file. */
interface Opener {
  readonly key: Buffer;
  /** What stands open: a bit of it changed, and no chunk opens. */
  readonly open: Buffer;
}

/** The nonce of a chunk is its place, and whether it is the last: none stands in for another, and none is left out. The label's is 0. */
function placeOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32LE(chunk);
  nonce[4] = Number(isLast);
  return nonce;
}

function sealChunk({ key, open }: Opener, chunk: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, placeOf(chunk, isLast)).setAAD(open);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null where a bit of it is not what was sealed at this place. */
function openChunk({ key, open }: Opener, chunk: number, isLast: boolean, sealed: Buffer): Buffer | null {
  const end = sealed.length - layout.TAG_BYTES;
  if (end < 0) return null;
  const decipher = createDecipheriv(CIPHER, key, placeOf(chunk, isLast), { authTagLength: layout.TAG_BYTES });
  decipher.setAAD(open).setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return plain;
}

/**
 * Seals a content under a name, of which nothing can be read, and whose length tells no more than its order of magnitude.
 * @param name of at most 254 bytes
 * @returns the file, piece after piece
 */
export async function* seal(
  name: string,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  key: SealKey,
): AsyncGenerator<Buffer, void> {
  if (Buffer.byteLength(name) > layout.MAX_NAME_BYTES) throw new AppError('internal', `a name too long: ${name}`);
  const nonce = randomBytes(layout.NONCE_BYTES);
  const open = layout.writeOpenPart({ parameters: key.parameters, check: checkOf(key), nonce });
  const own = { key: fileKey(key, nonce), open };
  yield Buffer.concat([open, sealChunk(own, 0, false, layout.writeLabel(name))]);
  let chunk = 0;
  for await (const { bytes, isLast } of layout.plainChunks(content)) yield sealChunk(own, ++chunk, isLast, bytes);
}

/** Why a file can not be opened. `no-key`: none of the keys is that of its passphrase. */
export type SealFault = layout.OpenFault | 'no-key';

function openerOf(head: Buffer, keys: readonly SealKey[]): Opener | SealFault {
  const part = layout.readOpenPart(head);
  if (typeof part === 'string') return part;
  const key = keys.find((one) => one.parameters.salt.equals(part.parameters.salt) && checkOf(one).equals(part.check));
  if (!key) return 'no-key';
  return { key: fileKey(key, part.nonce), open: Buffer.from(head.subarray(0, layout.OPEN_BYTES)) };
}

function openLabel(head: Buffer, opener: Opener): string | null {
  const label = openChunk(opener, 0, false, head.subarray(layout.OPEN_BYTES, layout.HEAD_BYTES));
  return label && layout.readLabel(label);
}

/** The name under which a file was sealed, or why it can not be read. @param head the first `HEAD_BYTES` of the file, or all there are */
export function nameIn(head: Buffer, keys: readonly SealKey[]): { name: string } | SealFault {
  const opener = openerOf(head, keys);
  if (typeof opener === 'string') return opener;
  if (head.length < layout.HEAD_BYTES) return 'partial';
  const name = openLabel(head, opener);
  return name === null ? 'damaged' : { name };
}

/** Puts pieces of any length together to pieces of the lengths that are asked for; the last may be shorter. */
async function* regrouped(pieces: AsyncIterable<Buffer>, first: number, then: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let [bytes, wanted] = [0, first];
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    while (bytes >= wanted) {
      const all: Buffer = held.length === 1 ? held[0]! : Buffer.concat(held);
      yield all.subarray(0, wanted);
      const rest = all.subarray(wanted);
      [held, bytes, wanted] = [[rest], rest.length, then];
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/**
 * Opens a file, and proves each piece before it is given; that it is whole is proved when the last has been taken.
 * @param name under which it must have been sealed
 * @throws AppError `data-corrupt` with `file`, `chunk` (0: the head) and `reason`; `passphrase-wrong` where no key is the right one; `data-too-new`
 */
export async function* unseal(
  name: string,
  pieces: AsyncIterable<Buffer>,
  keys: readonly SealKey[],
): AsyncGenerator<Buffer> {
  let chunk = 0;
  const refused = (reason: string) =>
    new AppError('data-corrupt', `${name} is not what was sealed`, { file: name, chunk, reason });
  let opener: Opener | null = null;
  let held: Buffer | null = null;
  const opened = (isLast: boolean): Buffer => {
    const plain = held && openChunk(opener!, chunk, isLast, held);
    const content = plain && layout.contentOf(plain);
    if (!content) throw refused('damaged');
    return content;
  };
  for await (const piece of regrouped(pieces, layout.HEAD_BYTES, SEALED_CHUNK)) {
    if (!opener) {
      const found = openerOf(piece, keys);
      if (found === 'no-key') throw new AppError('passphrase-wrong', `another passphrase seals ${name}`);
      if (found === 'too-new') throw new AppError('data-too-new', `${name} was sealed by a newer version`);
      if (typeof found === 'string') throw refused(found);
      if (openLabel(piece, found) !== name) throw refused('damaged');
      opener = found;
      continue;
    }
    if (held) yield opened(false);
    [held, chunk] = [piece, chunk + 1];
  }
  if (!held) throw refused('partial');
  yield opened(true);
}
