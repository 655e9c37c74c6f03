import { z } from 'zod';
import { AppError } from '../../../domain/errors.ts';
import { areFair, SALT_BYTES, type SealKey } from './seal-key.ts';

/** What opens the files of a folder. The first seals what is written; more than one where devices began before they saw each other. */
export type KeyRing = readonly [SealKey, ...SealKey[]];

const bytesOf = (length: number) =>
  z
    .string()
    .max(2 * length)
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length === length, `${length} bytes`);
const Written = z.object({
  log2N: z.int(),
  r: z.int(),
  p: z.int(),
  salt: bytesOf(SALT_BYTES),
  master: bytesOf(32),
});
const Ring = z.array(Written).min(1);

/** As a device keeps it, so that the passphrase is asked for once. Opens everything: it belongs in no backup and no export. */
export const keyRingText = (keys: KeyRing): string =>
  JSON.stringify(
    keys.map(({ parameters: { log2N, r, p, salt }, master }) => ({
      log2N,
      r,
      p,
      salt: salt.toString('base64'),
      master: master.toString('base64'),
    })),
  );

/** @throws AppError `passphrase-needed` where the text is not what `keyRingText` made */
export function readKeyRing(text: string): KeyRing {
  try {
    const [first, ...others] = Ring.parse(JSON.parse(text)).map(({ master, ...parameters }) => {
      if (!areFair(parameters)) throw new RangeError('parameters of no key of ours');
      return { parameters, master };
    });
    return [first!, ...others];
  } catch (cause) {
    throw new AppError('passphrase-needed', 'the kept key can not be read', {}, { cause });
  }
}
