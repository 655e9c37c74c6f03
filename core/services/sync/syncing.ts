import type { Output } from '../../api/contract.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { createTurns } from '../jobs/turns.ts';
import { packPath } from '../library/places.ts';
import type { SteadyClock } from '../ports.ts';
import { newDeviceId } from '../store/journal/device.ts';
import { join } from 'node:path';
import type { FoundPart } from './look.ts';
import { deviceList } from './look.ts';
import { openToWrite, type SyncFolder } from './open-folder.ts';
import { becomeAnother, namesOfBefore, wroteAsUs } from './parting.ts';
import { Rounds } from './round.ts';
import { leaving, MOST_RUNS, writeSetting, type SyncSetting } from './sync-setting.ts';
import { troubleOf } from './sync-trouble.ts';

/** What syncing is put together from. */
export interface SyncParts {
  readonly data: DataFolder;
  readonly clock: SteadyClock;
  /** Something came in: the library, backups and whoever shows it look again. */
  readonly onTaken: () => Promise<void>;
  readonly log: (error: unknown) => void;
}

type Status = Output<'sync.status'>;

/** A data folder and the folder it syncs with: one round after the other, and what came of the last one. */
export class Syncing {
  readonly #turn = createTurns();
  readonly #run = newDeviceId();
  #folder: SyncFolder | null = null;
  #rounds: Rounds | null = null;
  #found: readonly FoundPart[] = [];
  #work: Status['work'] = null;
  #trouble: Status['trouble'] = null;
  #syncedAt: number | null = null;
  #onTheWay = { events: 0, packs: 0, media: 0 };
  #arrived = 0;

  constructor(
    private readonly parts: SyncParts,
    private setting: SyncSetting & { readonly folder: string },
    private readonly open: (
      folder: string,
      opening: { readonly key?: string | undefined },
    ) => Promise<SyncFolder> = openToWrite,
  ) {}

  get trouble(): Status['trouble'] {
    return this.#trouble;
  }

  get folder(): SyncFolder | null {
    return this.#folder;
  }

  status(): Status {
    const { folder, seal, partedAt } = this.setting;
    const { store } = this.parts.data;
    const reach = store.journal.reach();
    const written = this.#rounds?.written ?? 0;
    return {
      ...{ folder, seal, partedAt, work: this.#work, syncedAt: this.#syncedAt, trouble: this.#trouble },
      unwritten: Math.max(0, (reach.get(store.device) ?? 0) - written),
      devices: deviceList(this.#found, store.device, (device) => reach.get(device) ?? 0),
      onTheWay: this.#onTheWay,
      arrived: this.#arrived,
    };
  }

  /** All that is there is taken in and ours written. Never fails: what kept it from it is its trouble. */
  round(): Promise<void> {
    return this.#turn(() => this.#whole());
  }

  /** Only what was accepted here since the last round, where that is enough. */
  writeOn(): Promise<void> {
    return this.#turn(async () => {
      if (this.#trouble !== null) return;
      try {
        await this.parts.data.store.settle();
        if (!((await this.#rounds?.writeOn()) ?? false)) await this.#whole();
      } catch (cause) {
        this.#fail(cause, true);
      }
    });
  }

  /** What goes on ends, and nothing more begins. */
  end(): Promise<void> {
    return this.#turn(() => undefined);
  }

  async #whole(): Promise<void> {
    const { clock } = this.parts;
    let isWriting = false;
    try {
      await this.parts.data.store.settle();
      const rounds = await this.#opened();
      this.#tell('looking', 0, 1);
      let found = await rounds.look();
      if (await this.#partFrom(found)) found = await rounds.look();
      const taken = await rounds.takeLines(found, this.#tell);
      this.#found = found;
      await this.#followFork();
      if (taken.isChanged) await this.#cameIn();
      const carried = await rounds.takeLibrary(found, this.#tell);
      if (carried.packs > 0) await this.#cameIn();
      this.#count(found, carried.missing);
      isWriting = true;
      if (!this.#isOurCardThere(found)) rounds.forgetCard();
      await rounds.writeLines(found, this.#tell);
      await rounds.writeCard();
      await rounds.writeLibrary(found, this.#tell);
      await rounds.writeCard();
      const refused = rounds.segments.failed ?? carried.failed;
      this.#found = await rounds.look();
      const unread = [...found, ...this.#found].find(({ failed }) => failed !== null);
      if (refused || unread) return this.#fail(refused ?? unread?.failed, false);
      this.#syncedAt = clock.now();
      const isTooNew = taken.tooNew || found.some((part) => part.isTooNew);
      const isLocked = found.some((part) => part.isLocked);
      this.#set(isLocked ? 'passphrase' : isTooNew ? 'too-new' : null);
    } catch (cause) {
      this.#fail(cause, isWriting);
    } finally {
      this.#work = null;
    }
  }

  #cameIn(): Promise<void> {
    this.#arrived += 1;
    return this.parts.onTaken();
  }

  async #opened(): Promise<Rounds> {
    const { folder, key } = this.setting;
    this.#folder ??= await this.open(folder, { key });
    if (this.#rounds === null) {
      // Before anything says so in the folder, this data folder knows that it was its own run.
      await this.#keep({ runs: [...this.setting.runs, this.#run].slice(-MOST_RUNS) });
      this.#rounds = new Rounds(this.parts, this.#folder, this.#run, {
        left: () => this.setting.left,
        earlier: () => namesOfBefore(this.#found, this.setting),
      });
    }
    return this.#rounds;
  }

  /** Another copy of this data folder wrote as this device: this one is another from here on. */
  async #partFrom(found: readonly FoundPart[]): Promise<boolean> {
    await this.#followFork();
    if (!wroteAsUs(found, this.setting)) return false;
    await becomeAnother(this.parts.data);
    return this.#followFork();
  }

  /** The data folder got another device, by itself or because its lines and those of a copy of it met. */
  async #followFork(): Promise<boolean> {
    const { data, clock } = this.parts;
    const { device } = this.setting;
    if (data.store.device === device) return false;
    const names = leaving(this.setting, data.store.device);
    await this.#keep({ device: data.store.device, runs: [this.#run], ...names, partedAt: clock.now() });
    return true;
  }

  async #keep(change: Partial<SyncSetting>): Promise<void> {
    const { files, dataDir } = this.parts.data;
    const setting = { ...this.setting, ...change, folder: this.setting.folder };
    await writeSetting(files, dataDir, setting);
    this.setting = setting;
  }

  #isOurCardThere(found: readonly FoundPart[]): boolean {
    const own = found.find(({ part }) => part === this.parts.data.store.device);
    return own?.card?.run === this.#run;
  }

  #count(found: readonly FoundPart[], media: number): void {
    const { files, dataDir, store } = this.parts.data;
    const reach = store.journal.reach();
    const heads = new Map<string, number>();
    for (const { card } of found)
      for (const [device, { seq }] of Object.entries(card?.heads ?? {}))
        heads.set(device, Math.max(seq, heads.get(device) ?? 0));
    let events = 0;
    for (const [device, seq] of heads)
      if (device !== store.device) events += Math.max(0, seq - (reach.get(device) ?? 0));
    const packs = new Set<string>();
    for (const record of store.progress.records.values()) {
      const { pack } = record as { pack?: unknown };
      if (typeof pack === 'string' && files.facts(join(dataDir, packPath(pack))) === null) packs.add(pack);
    }
    this.#onTheWay = { events, packs: packs.size, media };
  }

  readonly #tell = (phase: NonNullable<Status['work']>['phase'], done: number, total: number): void => {
    this.#work = { phase, done, total };
  };

  #fail(cause: unknown, isWriting: boolean): void {
    const what = troubleOf(cause, isWriting);
    if (what === 'failed') this.parts.log(cause);
    // Opened anew, whatever became of it meanwhile; what was taken is known all the same.
    if (what === 'folder-missing') this.#found = [];
    this.#set(what);
  }

  #set(what: NonNullable<Status['trouble']>['what'] | null): void {
    if (what === null) this.#trouble = null;
    else if (this.#trouble?.what !== what) this.#trouble = { what, since: this.parts.clock.now() };
  }
}
