import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseCardId } from '../../../domain/ids.ts';
import { randomFrom } from '../../../domain/random.ts';
import type { Grade } from '../../../domain/grade.ts';
import { openDevice, START, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { bringIn } from '../../backups/bring-in.ts';
import { makeBrought } from '../../backups/torture/brought.ts';
import { fixedClock } from '../../clock.ts';
import { unwatched } from '../../jobs/work.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../../disk/marked-folder.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { Syncing } from '../syncing.ts';
import { neverSynced, readSetting, writeSetting } from '../sync-setting.ts';
import { ModelSynchroniser } from './model-synchroniser.ts';

const CARDS = 6;
const IMPORTS = 3;
const DAY_MS = 86_400_000;

/** One device of a life: its data folder, and the mirror it syncs with. */
interface Lived {
  device: TestDevice;
  syncing: Syncing;
  readonly place: number;
  /** Answers it acknowledged, each by what is only its own. */
  readonly acknowledged: Set<number>;
}

/** Some devices, a synchroniser, and some weeks in which anything may happen in any order. */
export class SimulatedLife {
  readonly #random: () => number;
  readonly #folder: ModelSynchroniser;
  readonly devices: Lived[] = [];
  /** Answers that a data folder lost because it was set back by hand, before anything had left it. */
  readonly gone = new Set<number>();
  #answers = 0;
  #isCopied = false;
  #kept: { of: Lived; path: string; acknowledged: ReadonlySet<number> } | null = null;

  constructor(
    private readonly root: string,
    seed: number,
    private readonly count: number,
  ) {
    this.#random = randomFrom(seed);
    this.#folder = new ModelSynchroniser(count + 1, this.#random);
  }

  async begin(): Promise<void> {
    for (let i = 0; i < this.count; i++) await this.#start(`device-${i}`, i);
  }

  async live(steps: number): Promise<void> {
    for (let i = 0; i < steps; i++) {
      await this.#deed(this.#pick(this.devices));
      for (let moves = this.#below(6); moves > 0; moves--) this.#folder.move();
    }
  }

  /** Everybody looks until nobody has anything new. */
  async rest(): Promise<void> {
    for (let i = 0; i < 8; i++) {
      this.#folder.rest();
      for (const { syncing, device } of this.devices) {
        device.clock.advance(11 * 60_000);
        await syncing.round();
      }
    }
  }

  mirror(place: number) {
    return this.#folder.mirror(place);
  }

  async end(): Promise<void> {
    for (const { device } of this.devices) await device.close();
  }

  async #deed(lived: Lived): Promise<void> {
    const deed = this.#random();
    const { device } = lived;
    if (deed < 0.3) await this.#answer(lived);
    else if (deed < 0.6) await this.#look(lived);
    else if (deed < 0.66) await lived.syncing.writeOn();
    else if (deed < 0.72) await device.store.undo().catch(() => undefined);
    else if (deed < 0.8) await this.#edit(lived);
    else if (deed < 0.83) await this.#batch(lived);
    else if (deed < 0.87) await this.#import(lived);
    else if (deed < 0.89) await this.#restore(lived);
    else if (deed < 0.93) await this.#restart(lived);
    else if (deed < 0.95) device.clock.set(device.clock.now() + (this.#below(400) - 200) * DAY_MS);
    else if (deed < 0.97) await this.#keepOrSetBack(lived);
    else if (!this.#isCopied && this.#kept === null) await this.#copy(lived);
  }

  /** One device looks, or several do at the same moment, while there is studying and the synchroniser goes on. */
  async #look(lived: Lived): Promise<void> {
    const isAlone = this.#random() < 0.6;
    const others = isAlone ? [] : this.devices.filter((other) => other !== lived && this.#random() < 0.6);
    const work = Promise.all([lived, ...others].map(({ syncing }) => syncing.round()));
    for (let turns = isAlone ? 0 : this.#below(12); turns > 0; turns--) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#folder.move();
      if (this.#random() < 0.2) await this.#answer(this.#pick([lived, ...others]));
    }
    await work;
  }

  async #answer({ device, acknowledged }: Lived): Promise<void> {
    const { store, clock } = device;
    clock.advance(61_000);
    const mark = ++this.#answers;
    const event = answerTo(store, clock, parseCardId(`csto/${this.#below(CARDS)}`), (1 + this.#below(4)) as Grade);
    await store.append({ ...event, elapsedMs: mark } as typeof event);
    acknowledged.add(mark);
  }

  async #batch({ device, acknowledged }: Lived): Promise<void> {
    const { store, clock } = device;
    clock.advance(61_000);
    const marks = [++this.#answers, ++this.#answers, ++this.#answers];
    await store.appendBatch(
      marks.map((mark, i) => {
        const event = answerTo(store, clock, parseCardId(`batch/${i}`), 3);
        return { ...event, elapsedMs: mark } as typeof event;
      }),
    );
    for (const mark of marks) acknowledged.add(mark);
  }

  async #edit({ device: { store, clock } }: Lived): Promise<void> {
    clock.advance(1_000);
    const id = `own/${this.#below(3)}`;
    await (this.#random() < 0.5
      ? store.append({ type: 'note', id, set: { deck: `d${this.#below(4)}`, editedAt: clock.now() } })
      : store.append({
          type: 'card',
          cards: [parseCardId(`csto/${this.#below(CARDS)}`)],
          change: { flag: this.#below(8) as 0 },
        }));
  }

  async #import({ device }: Lived): Promise<void> {
    const marked = makeMarkedFolder(device.files, join(device.dataDir, 'unpacked'));
    try {
      await bringIn(device, makeBrought(join(marked, 'data'), this.#below(IMPORTS), 5), unwatched);
    } finally {
      removeMarkedFolder(device.files, marked);
    }
  }

  async #restore({ device }: Lived): Promise<void> {
    const { name } = await device.backups.make('asked', unwatched);
    if (this.#random() < 0.5) return;
    await device.restore(device.backups.pathOf(name));
  }

  async #restart(lived: Lived): Promise<void> {
    await lived.device.restart();
    lived.syncing = await this.#syncingOf(lived.device, lived.place);
  }

  /** The data folder is put away, and comes back over a later one: what left the device since is not lost. */
  async #keepOrSetBack(lived: Lived): Promise<void> {
    if (this.#isCopied) return;
    const { dataDir, clock } = lived.device;
    if (this.#kept === null) {
      await lived.device.close();
      const path = `${dataDir}-kept`;
      cpSync(dataDir, path, { recursive: true });
      this.#kept = { of: lived, path, acknowledged: new Set(lived.acknowledged) };
    } else if (this.#kept.of === lived && existsSync(this.#kept.path)) {
      const { path, acknowledged } = this.#kept;
      const written = lived.device.store.journal.lastLine(lived.device.store.device)?.seq ?? 0;
      await lived.syncing.writeOn();
      const left = lived.syncing.status().unwritten;
      if (left > 0 && written > 0)
        for (const mark of lived.acknowledged) if (!acknowledged.has(mark)) this.gone.add(mark);
      await lived.device.close();
      rmSync(dataDir, { recursive: true });
      cpSync(path, dataDir, { recursive: true });
      rmSync(path, { recursive: true });
    } else return;
    lived.device = await openDevice(dataDir, clock);
    lived.syncing = await this.#syncingOf(lived.device, lived.place);
  }

  /** The data folder is copied to another machine, and both go on. */
  async #copy(lived: Lived): Promise<void> {
    this.#isCopied = true;
    await lived.device.close();
    const { dataDir, clock } = lived.device;
    cpSync(dataDir, join(this.root, 'copy'), { recursive: true });
    lived.device = await openDevice(dataDir, clock);
    lived.syncing = await this.#syncingOf(lived.device, lived.place);
    await this.#start('copy', this.count);
  }

  async #start(name: string, place: number): Promise<void> {
    const device = await openDevice(join(this.root, name), fixedClock(START + place * 7_000, 420));
    this.devices.push({ device, syncing: await this.#syncingOf(device, place), place, acknowledged: new Set() });
  }

  async #syncingOf(device: TestDevice, place: number): Promise<Syncing> {
    const { files, dataDir, clock, store } = device;
    const known = readSetting(files, dataDir);
    const setting = { ...neverSynced(store.device), ...known, folder: 'mirror' };
    await writeSetting(files, dataDir, setting);
    const folder = { store: this.#folder.mirror(place), seal: 'plain' as const };
    const log = (error: unknown) => {
      throw error;
    };
    return new Syncing({ data: device, clock, onTaken: async () => undefined, log }, setting, async () => folder);
  }

  #below = (end: number): number => Math.floor(this.#random() * end);
  #pick<T>(all: readonly T[]): T {
    return all[this.#below(all.length)]!;
  }
}
