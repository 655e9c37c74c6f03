import { z } from 'zod';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

/** A folder of the learner's own machine, as typed or chosen. */
const Folder = z.string().min(1).max(4_096);
/** Never stored; what is made of it may be. */
const Passphrase = z.string().min(1).max(1_000);

/** What of the work with the sync folder goes on. */
const SYNC_PHASES = ['looking', 'taking-in', 'writing', 'library'] as const;
/**
 * What keeps a device from being up to date, the most urgent first: the folder is not there, can not be read or written, its disk is
 * full, the passphrase does not open it, another device's part was written by a newer Jamdai or is damaged, or something else failed.
 */
const SYNC_TROUBLES = [
  'folder-missing',
  'not-readable',
  'not-writable',
  'disk-full',
  'passphrase',
  'too-new',
  'damaged',
  'failed',
] as const;
/** Plain: anyone who gets hold of the folder can read it. Sealed: only who knows the passphrase. */
export const SYNC_SEALS = ['plain', 'sealed'] as const;

/** A device that has a part in the sync folder. */
const SyncDevice = z.strictObject({
  id: z.string(),
  /** '' where it is not known yet. */
  name: z.string(),
  own: z.boolean(),
  /** When it last wrote its part, epoch ms by its own clock; null where that can not be read yet. */
  seenAt: shape.EpochMs.nullable(),
  /** Bytes of its part. */
  bytes: z.int(),
  /** Events it says it has and that have not arrived here. */
  onTheWay: z.int(),
});

/** What exists and has not arrived: it comes by itself, whenever the synchroniser brings it. */
const OnTheWay = z.strictObject({
  events: z.int(),
  /** Decks whose cards are not asked until then. */
  packs: z.int(),
  /** Pictures and sounds. */
  media: z.int(),
});

const SyncStatus = z.strictObject({
  /** Null: this device is in no sync folder. */
  folder: z.string().nullable(),
  seal: z.enum(SYNC_SEALS).nullable(),
  work: z.strictObject({ phase: z.enum(SYNC_PHASES), done: z.number(), total: z.number() }).nullable(),
  /** When all that was there had been taken in and all of ours written, epoch ms; null: not yet. */
  syncedAt: shape.EpochMs.nullable(),
  /** Events of this device that are not in the folder yet. */
  unwritten: z.int(),
  trouble: z.strictObject({ what: z.enum(SYNC_TROUBLES), since: shape.EpochMs }).nullable(),
  devices: z.array(SyncDevice),
  onTheWay: OnTheWay,
  /** Another copy of this data folder wrote as this device (it was copied, or set back): since when this one is a device of its own. */
  partedAt: shape.EpochMs.nullable(),
  /** How often something of other devices came in since the app began: another number, and what is shown is to be looked at again. */
  arrived: z.int().nonnegative(),
});

/** Several devices over a folder that any synchroniser mirrors. */
export const syncMethods = {
  'sync.status': define(Empty, SyncStatus),
  /**
   * What is in a folder, before anything is done with it. Changes nothing. `opened` false: it is sealed, and no passphrase was given.
   * Refused: no such folder (`not-found`), one inside the data folder or around it (`bad-input`, `reason`), one that can not be written
   * (`disk-refused`), `passphrase-wrong`, `data-too-new`.
   */
  'sync.look': define(
    z.strictObject({ folder: Folder, passphrase: Passphrase.optional() }),
    z.strictObject({
      /** Null: nobody is there yet, so it is up to this device. */
      seal: z.enum(SYNC_SEALS).nullable(),
      opened: z.boolean(),
      devices: z.array(SyncDevice),
      /** Of all that is there. */
      bytes: z.int(),
    }),
  ),
  /**
   * Sets up this device: from here on it writes its part and takes in the others'. Of an empty folder a passphrase makes a sealed one.
   * Replies at once; `sync.status` tells how far the first round is. Refused as `sync.look`, and `passphrase-needed`.
   */
  'sync.begin': define(z.strictObject({ folder: Folder, passphrase: Passphrase.optional() }), SyncStatus),
  /** This device goes its own way. Its part stays for the others; nothing that came in is taken back. */
  'sync.leave': define(Empty, SyncStatus),
  /** A whole round now: replies when all that is there has been taken in and ours written, or with what keeps it from it. */
  'sync.now': define(Empty, SyncStatus),
  /** The window has the focus again, or a shell thinks something may have come: looks soon. Replies at once. */
  'sync.wake': define(Empty, Done),
} as const;
