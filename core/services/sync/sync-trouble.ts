import type { Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { systemErrorName } from '../disk/disk-error.ts';

type Trouble = NonNullable<Output<'sync.status'>['trouble']>['what'];

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ESTALE']);
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS']);
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a failure of a round means to the learner. @param isWriting it failed while our part was written, not while others' were read */
export function troubleOf(cause: unknown, isWriting: boolean): Trouble {
  if (cause instanceof AppError) {
    if (cause.code === 'passphrase-needed' || cause.code === 'passphrase-wrong') return 'passphrase';
    if (cause.code === 'data-too-new') return 'too-new';
    if (cause.code === 'disk-full') return 'disk-full';
    if (cause.code === 'disk-refused') return troubleOfSystem(String(cause.details['reason']), isWriting);
    return cause.code === 'data-corrupt' ? 'damaged' : 'failed';
  }
  return troubleOfSystem(systemErrorName(cause) ?? '', isWriting);
}

function troubleOfSystem(reason: string, isWriting: boolean): Trouble {
  if (MISSING.has(reason)) return 'folder-missing';
  if (FULL.has(reason)) return 'disk-full';
  if (REFUSED.has(reason)) return isWriting ? 'not-writable' : 'not-readable';
  return 'failed';
}
