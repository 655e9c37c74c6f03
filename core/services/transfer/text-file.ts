import { createReadStream } from 'node:fs';
import { stopIfCancelled } from './cancellation.ts';
import type { Source } from './format.ts';
import type { Oddities } from './oddities.ts';
import { decodedText, isEncoding, type DecodedText } from './text-encoding.ts';
import { unreadable } from './unreadable.ts';
import { wholeOf } from './zip-source.ts';

const MAX_BYTES = 256 << 20;
/** Of control characters in text, beside white space and escape: more, and it is no text. */
const MAX_CONTROLS = 0.1;
const SAMPLE = 4096;

export interface TextOptions {
  readonly signal: AbortSignal;
  /** As the learner said; else it is guessed. */
  readonly encoding?: string | undefined;
  readonly odd: Oddities;
}

/**
 * All text of a file, NFC, its lines ended by `\n` alone.
 * @throws AppError `import-unreadable` `empty`, `too-large`, `not-known` where it is no text; `cancelled`
 */
export async function textOfFile(source: Source, { signal, encoding, odd }: TextOptions): Promise<DecodedText> {
  stopIfCancelled(signal);
  if (source.bytes > MAX_BYTES) throw unreadable('too-large', source.name);
  const bytes = await wholeOf(createReadStream(source.path), { file: source.name, place: '', maxBytes: MAX_BYTES });
  stopIfCancelled(signal);
  return textOf(bytes, source.name, { encoding, odd });
}

/** @throws AppError `import-unreadable` */
function textOf(bytes: Uint8Array, name: string, { encoding, odd }: Omit<TextOptions, 'signal'>): DecodedText {
  if (encoding !== undefined && !isEncoding(encoding)) throw unreadable('text-not-utf8', name, encoding);
  const decoded = decodedText(bytes, encoding);
  const text = decoded.text.replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') throw unreadable('empty', name);
  if (!isText(text)) throw unreadable('not-known', name);
  if (decoded.isMended) odd.add('text-not-utf8', name);
  return { ...decoded, text };
}

function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[^\P{Cc}\s]|\uFFFD/gu)?.length ?? 0;
  return controls <= MAX_CONTROLS * sample.length;
}

/** Name of a file without its folder and what follows the last dot. */
export const stemOf = (name: string): string => name.replace(/\.[^.]{1,8}$/, '').trim() || name;
