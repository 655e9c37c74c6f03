import { createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** What a key is made of besides the passphrase; stands open in every sealed file. */
export interface SealParameters {
  /** scrypt's N is two to this power. */
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
  /** 16 random bytes, the same for all who share a folder. */
  readonly salt: Buffer;
}

/** Opens and seals files. Whoever has it needs no passphrase. */
export interface SealKey {
  readonly parameters: SealParameters;
  /** 32 bytes. */
  readonly master: Buffer;
}

export const SALT_BYTES = 16;
export const CHECK_BYTES = 16;
const KEY_BYTES = 32;
/** 128 MiB and about half a second for each guess. */
const LOG2_N = 17;
/** What is read from a folder may ask for this much work and no more. */
const MOST = { log2N: 18, r: 8, p: 4 };
const MEMORY = 128 * 2 ** MOST.log2N * MOST.r + (1 << 20);

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** Parameters for a folder in which nothing is sealed yet. */
export const newParameters = (log2N = LOG2_N): SealParameters => ({
  log2N,
  r: 8,
  p: 1,
  salt: randomBytes(SALT_BYTES),
});

/** Would a key by these be made, or do they ask for more memory and time than any of ours? */
export const areFair = ({ log2N, r, p }: SealParameters): boolean =>
  log2N >= 1 && log2N <= MOST.log2N && r >= 1 && r <= MOST.r && p >= 1 && p <= MOST.p;

/**
 * One spelling per passphrase, by RFC 8265 (OpaqueString): keyboards make the same letter of one or of several characters, and
 * spaces of several kinds.
 */
const spelled = (passphrase: string): string => passphrase.normalize('NFC').replace(/\p{Zs}/gu, ' ');

/** The key that a passphrase makes: half a second beside the loop. @param parameters that are fair */
export async function keyOf(passphrase: string, parameters: SealParameters): Promise<SealKey> {
  const { log2N, r, p, salt } = parameters;
  return {
    parameters,
    master: await derive(spelled(passphrase), salt, KEY_BYTES, { N: 2 ** log2N, r, p, maxmem: MEMORY }),
  };
}

const keyFor = (master: Buffer, salt: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', master, salt, `jamdai sync ${use}`, bytes));
const NONE = Buffer.alloc(0);

/** The key of one file. @param nonce 32 bytes that no other file has */
export const fileKey = ({ master }: SealKey, nonce: Buffer): Buffer => keyFor(master, nonce, 'file', KEY_BYTES);

/** Tells whether a key is the right one before anything is opened by it; says nothing else about it. */
export const checkOf = ({ master }: SealKey): Buffer => keyFor(master, NONE, 'check', CHECK_BYTES);

/** What a file is called on the disk: 32 hex digits that say nothing about its name, always the same ones. */
export const hiddenName = ({ master }: SealKey, name: string): string =>
  createHmac('sha256', keyFor(master, NONE, 'names', KEY_BYTES))
    .update(name)
    .digest('hex')
    .slice(0, 32);
