import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { LIMITS } from './limits.ts';
import { BrokenMessage, Message } from './protobuf.ts';

const NAME_BYTES = 255;
/** Names that some system keeps for devices, or can not write. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)|[<>:"|?*]|[. ]$/i;

export interface ListedMedia {
  /** As notes call it, NFC. */
  readonly name: string;
  /** Its entry of the archive. */
  readonly member: string;
  /** Unpacked, and SHA-1 of that: of newer packages. */
  readonly bytes?: number;
  readonly sha1?: Uint8Array;
}

interface Listed {
  readonly file: string;
  readonly isLatest: boolean;
  readonly odd: Oddities;
}

/**
 * Which file of the archive is which medium. A name that leads elsewhere is left out; one that some system can not write, or that
 * differs from another in case only, stays, since media lie under their hash here. Both are told.
 * @throws AppError `import-unreadable` `media-list-damaged`, `too-many`
 */
export function mediaListOf(bytes: Uint8Array, { file, isLatest, odd }: Listed): ListedMedia[] {
  const listed = isLatest ? ofMessage(bytes, file) : ofJson(bytes, file);
  if (listed.length > LIMITS.media) throw unreadable('too-many', file, 'media');
  const taken = new Set<string>();
  const lowered = new Set<string>();
  return listed.flatMap((each) => {
    const name = each.name.normalize('NFC');
    if (leadsElsewhere(name)) {
      odd.add('media-name-unsafe', name);
      return [];
    }
    if (RESERVED.test(name) || Buffer.byteLength(name) > NAME_BYTES) odd.add('media-name-unsafe', name);
    const isTaken = taken.has(name);
    if (lowered.has(name.toLowerCase())) odd.add('media-name-clash', name);
    taken.add(name);
    lowered.add(name.toLowerCase());
    return isTaken ? [] : [{ ...each, name }];
  });
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const leadsElsewhere = (name: string) => name === '' || name === '.' || name === '..' || /[/\\\0-\x1f\x7f]/.test(name);

/** `{"0": "a.png"}`; an empty file where there are none. */
function ofJson(bytes: Uint8Array, file: string): ListedMedia[] {
  if (bytes.length === 0) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw unreadable('media-list-damaged', file, 'media', cause);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw unreadable('media-list-damaged', file, 'media');
  return Object.entries(parsed).map(([member, name]) => {
    if (typeof name !== 'string' || !/^\d{1,9}$/.test(member)) throw unreadable('media-list-damaged', file, 'media');
    return { name, member };
  });
}

/** `MediaEntries`: name 1, size 2, SHA-1 3, and 255 the entry's name where it is not the place in the list. */
function ofMessage(bytes: Uint8Array, file: string): ListedMedia[] {
  try {
    return new Message(bytes).allBytes(1).map((entry, i) => {
      const message = new Message(entry);
      const sha1 = message.bytes(3);
      const member = message.has(255) ? message.int(255) : i;
      return { name: message.text(1), member: String(member), bytes: message.int(2), ...(sha1?.length && { sha1 }) };
    });
  } catch (cause) {
    if (cause instanceof BrokenMessage) throw unreadable('media-list-damaged', file, 'media', cause);
    throw cause;
  }
}
