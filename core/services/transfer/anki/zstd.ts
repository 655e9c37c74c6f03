import { ZSTDDecoder } from 'zstddec/stream';

/** The first four bytes of a frame. */
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** Output that stays empty so often on one piece of input: the library goes round on an error it does not tell. */
const STUCK = 8;

/** The bytes are no Zstandard, or damaged. */
export class BrokenZstd extends Error {
  override readonly name = 'BrokenZstd';
}

/**
 * Unpacks Zstandard as it comes, in pieces of at most 128 KiB. The library takes its input from a synchronous source, a piece for
 * each turn at most, so one piece is always laid ready before a turn.
 * @throws BrokenZstd
 */
export async function* unzstd(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new ZSTDDecoder();
  await decoder.init();
  const ready: Uint8Array[] = [];
  const input = withoutEmpty(pieces)[Symbol.asyncIterator]();
  const output = decoder.decodeStreaming(taken(ready));
  try {
    let first = true;
    let hasEnded = false;
    for (let empties = 0; ;) {
      if (ready.length === 0 && !hasEnded) {
        const next = await input.next();
        if (next.done) hasEnded = true;
        else ready.push(next.value);
        if (first && !startsFrame(ready[0])) throw new BrokenZstd('no frame');
        first = false;
        empties = 0;
      }
      const step = turn(output);
      if (step.done) return;
      empties = step.value.length > 0 ? 0 : empties + 1;
      if (empties > STUCK) throw new BrokenZstd('damaged');
      if (step.value.length > 0) yield step.value;
    }
  } finally {
    await input.return(undefined);
  }
}

/** Whatever the library throws has no kind of its own: an end within a frame, or memory that a frame may not ask for. */
function turn(output: Iterator<Uint8Array>): IteratorResult<Uint8Array> {
  try {
    return output.next();
  } catch (cause) {
    throw new BrokenZstd('damaged', { cause });
  }
}

const startsFrame = (piece: Uint8Array | undefined) => MAGIC.every((byte, i) => piece?.[i] === byte);

async function* withoutEmpty(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) if (piece.length > 0) yield piece;
}

function* taken(ready: Uint8Array[]): Generator<Uint8Array> {
  for (let piece = ready.shift(); piece; piece = ready.shift()) yield piece;
}
