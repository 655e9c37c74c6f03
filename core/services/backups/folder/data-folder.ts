import type { Files } from '../../disk/files.ts';
import type { DataStore } from '../../store/data-store.ts';

/** What the work on a data folder is given. */
export interface DataFolder {
  readonly files: Files;
  readonly dataDir: string;
  readonly store: DataStore;
}
