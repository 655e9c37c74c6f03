import type { Output } from '../../api/contract.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import type { Clock } from '../ports.ts';
import type { SyncSetting } from './sync-setting.ts';

/** What syncing is put together from. */
export interface SyncParts {
  readonly data: DataFolder;
  readonly clock: Clock;
}

type Status = Output<'sync.status'>;
const NOTHING = { events: 0, packs: 0, media: 0 };

/** A data folder that syncs with a folder, for as long as it is open or until it leaves. */
export class Syncing {
  constructor(
    readonly parts: SyncParts,
    private readonly setting: SyncSetting | null,
  ) {}

  status(): Status {
    const { folder = null, seal = null, partedAt = null } = this.setting ?? {};
    return {
      ...{ folder, seal, partedAt, work: null, syncedAt: null, unwritten: 0, trouble: null },
      devices: [],
      onTheWay: NOTHING,
    };
  }

  begin(): void {}
  noticed(): void {}
  wake(): void {}
  async round(): Promise<void> {}
  async end(): Promise<void> {}
}
