/**
 * Faults of the store that a power cut would show, each a sync left out. A test that stays green with one of them proves
 * nothing of what it breaks.
 *
 * @typedef {import('./plant.mjs').Fault & { test: string, red: string }} StoreFault `test`: a file of tests, `red`: the
 * title of one in it that must fail
 */

const POWER = {
  test: 'core/services/backups/torture/power.test.ts',
  red: 'keeps what was acknowledged over',
};

/** @type {readonly StoreFault[]} */
export const STORE_FAULTS = [
  {
    name: 'an answer is not synced',
    file: 'core/services/store/journal/journal-writer.ts',
    find: 'this.files.datasync(fd);\n      this.#unclean = false;',
    replace: 'this.#unclean = false;',
    ...POWER,
  },
  {
    name: 'the folders above a name are not synced',
    file: 'core/services/disk/lasting-folder.ts',
    find: 'for (const above of foldersAbove(root, folder)) files.syncFolder(above);',
    replace: '',
    ...POWER,
  },
  {
    name: 'files come in before their names last',
    file: 'core/services/disk/staged.ts',
    find: 'for (const above of holding) await this.files.syncFolderAsync(above);',
    replace: 'holding.clear();',
    ...POWER,
  },
  {
    name: 'no sync of what a killed program left unsynced',
    file: 'core/services/store/journal/journal-writer.ts',
    find: 'if (!this.#isFirm) this.files.datasync(fd);',
    replace: '',
    ...POWER,
  },
  {
    name: 'objects that a killed backup left are used unsynced',
    file: 'core/services/backups/kept/object-store.ts',
    find: 'if (!this.#isFirm)',
    replace: 'if (globalThis.neverSo)',
    ...POWER,
  },
  {
    name: 'a new month has no name on the disk',
    file: 'core/services/store/journal/journal-writer.ts',
    find: 'this.files.syncFolder(this.folder);',
    replace: '',
    ...POWER,
  },
  {
    name: 'what replaces a file is not synced',
    file: 'core/services/disk/whole-file.ts',
    find: 'await files.sync(fd);',
    replace: '',
    ...POWER,
  },
  {
    name: 'a replaced file has no name on the disk',
    file: 'core/services/disk/whole-file.ts',
    find: 'await files.syncFolderAsync(dirname(path));',
    replace: '',
    ...POWER,
  },
];
