import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { kindAt } from '../disk/kind-at.ts';
import { readPart } from '../disk/whole-file.ts';
import { isLeftover } from './leftovers.ts';

/** What systems, synchronisers and Chromium put into any folder. */
const LITTER =
  /^(?:\.DS_Store|\._.*|\.localized|\.directory|\.Trash.*|\.fseventsd|\.Spotlight-.*|desktop\.ini|thumbs\.db|lost\+found|\$RECYCLE\.BIN|System Volume Information|\.stfolder.*|\.stignore|\.stversions|\.dropbox.*|\.(?:owncloud|nextcloud)sync\.log|Singleton(?:Lock|Cookie|Socket))$/i;
/** Enough of a snapshot to see whose it is. */
const HEAD_BYTES = 4_096;

/** A folder that was never ours and holds what is not ours: nothing is made in it before the learner has said so. */
export function isForeignFolder(files: Files, dataDir: string): boolean {
  if (files.facts(dataDir)?.folder !== true) return false;
  const strange = files.list(dataDir).filter((name) => !LITTER.test(name) && !isBegun(files, dataDir, name));
  return strange.length > 0 && !isOurs(files, dataDir);
}

/** What a first start that was cut short may have left. */
const isBegun = (files: Files, dataDir: string, name: string): boolean =>
  (/^(?:jamdai\.lock|window\.json)$/.test(name) && kindAt(files, join(dataDir, name)) === 'file') ||
  isLeftover(files, dataDir, '', name);

/** Our device, a journal, a snapshot or a backup. Any of them is enough: the others may be lost. */
function isOurs(files: Files, dataDir: string): boolean {
  if (kindAt(files, join(dataDir, 'device.json')) === 'file') return true;
  if (files.list(join(dataDir, 'backups')).some((name) => /\.jamdai\.(?:json|zip)$/.test(name))) return true;
  const snapshot = join(dataDir, 'progress.json');
  if (kindAt(files, snapshot) === 'file' && readPart(files, snapshot, 0, HEAD_BYTES).includes('jamdai')) return true;
  return isJournal(files, join(dataDir, 'journal'));
}

/** A folder of folders with month files in it, or one that nothing came into yet. */
function isJournal(files: Files, folder: string): boolean {
  if (files.facts(folder)?.folder !== true) return false;
  const names = files.list(folder);
  return names.length === 0 || names.some((name) => holdsMonths(files, join(folder, name)));
}

const holdsMonths = (files: Files, folder: string): boolean =>
  files.facts(folder)?.folder === true && files.list(folder).some((name) => name.endsWith('.ndjson'));
