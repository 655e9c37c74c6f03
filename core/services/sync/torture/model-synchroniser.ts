import type { SyncFile, SyncStore } from '../sync-store.ts';

interface Held {
  readonly bytes: Buffer;
  /** When it was written, by a clock that all mirrors share: of two the later one holds in the end. */
  readonly made: number;
  readonly stamp: string;
}
/** One file that was written or removed in one mirror, on its way to another. */
interface Parcel {
  readonly to: number;
  readonly path: string;
  readonly bytes: Buffer | null;
  readonly made: number;
}
type Random = () => number;

const CONFLICT_NAMES = [
  (name: string) => name.replace(/(\.[a-z]+)?$/, '.sync-conflict-20261130-101500-ABCDEF$1'),
  (name: string) => name.replace(/(\.[a-z]+)?$/, ' (conflicted copy 2026-11-30)$1'),
  (name: string) => name.replace(/(\.[a-z]+)?$/, ' (สำเนาของ ก้อย)$1'.normalize('NFD')),
  (name: string) => name.toUpperCase(),
  (name: string) => `${name} 2`,
];

/**
 * A synchroniser that keeps no promise but the last: mirrors of one folder, between which every write and removal travels alone. It
 * delays, reorders, truncates, doubles, renames, resurrects and drops, until it is told to come to rest.
 */
export class ModelSynchroniser {
  readonly #mirrors: Map<string, Held>[];
  readonly #sent: Parcel[] = [];
  readonly #past: Parcel[] = [];
  /** What holds in the end: the last that was written under a name by anyone. */
  readonly #last = new Map<string, Pick<Parcel, 'bytes' | 'made'>>();
  #time = 0;

  constructor(
    mirrors: number,
    private readonly random: Random,
  ) {
    this.#mirrors = Array.from({ length: mirrors }, () => new Map<string, Held>());
  }

  /** The folder as one device sees it. */
  mirror(own: number): SyncStore {
    const held = this.#mirrors[own]!;
    const changed = (path: string, bytes: Buffer | null) => {
      const made = ++this.#time;
      this.#put(own, path, bytes, made);
      this.#last.set(path, { bytes, made });
      this.#mirrors.forEach((_, to) => {
        if (to !== own) this.#sent.push({ to, path, bytes, made });
      });
    };
    const pause = () => new Promise((resolve) => setImmediate(resolve));
    return {
      parts: async () => [...new Set([...held.keys()].map((path) => path.split('/')[0]!))],
      list: async (part) =>
        [...held].flatMap(([path, { bytes, stamp }]): SyncFile[] =>
          path.startsWith(`${part}/`) ? [{ name: path.slice(part.length + 1), bytes: bytes.length, stamp }] : [],
        ),
      read: async function* (part, name) {
        // Others act between two steps of a round.
        await pause();
        const found = held.get(`${part}/${name}`);
        if (!found) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        yield found.bytes;
      },
      write: async (part, name, pieces) => {
        await pause();
        const all: Uint8Array[] = [];
        for await (const piece of pieces) all.push(piece);
        changed(`${part}/${name}`, Buffer.concat(all));
      },
      remove: async (part, name) => {
        if (held.has(`${part}/${name}`)) changed(`${part}/${name}`, null);
      },
      watch: () => () => undefined,
    };
  }

  /** Something happens to something that is on its way, or comes back from the past. */
  move(): void {
    const fate = this.random();
    if (fate < 0.06 && this.#past.length > 0) return this.#deliver(this.#pick(this.#past));
    if (this.#sent.length === 0) return;
    const at = Math.floor(this.random() * this.#sent.length);
    const parcel = this.#sent[at]!;
    const { to, path, bytes, made } = parcel;
    if (fate < 0.12 && bytes) this.#put(to, path, bytes.subarray(0, Math.floor(this.random() * bytes.length)), made);
    else if (fate < 0.2) this.#deliver(parcel);
    else if (fate < 0.26 && bytes) {
      const [part, name] = path.split('/') as [string, string];
      const rename = CONFLICT_NAMES[Math.floor(this.random() * CONFLICT_NAMES.length)]!;
      this.#deliver({ ...parcel, path: `${part}/${rename(name)}` });
    } else {
      this.#sent.splice(at, 1);
      this.#past.push(parcel);
      // Dropped; only when all comes to rest it is noticed.
      if (fate > 0.32) this.#deliver(parcel);
    }
  }

  get isMoving(): boolean {
    return this.#sent.length > 0;
  }

  /** All that was held back arrives, and every mirror gets the last of each file. */
  rest(): void {
    this.#sent.length = 0;
    for (const [path, { bytes, made }] of this.#last)
      this.#mirrors.forEach((mirror, to) => {
        const held = mirror.get(path);
        if (held?.made !== made || held.bytes !== bytes) this.#put(to, path, bytes, made);
      });
  }

  #deliver({ to, path, bytes, made }: Parcel): void {
    this.#put(to, path, bytes, made);
  }

  #put(to: number, path: string, bytes: Buffer | null, made: number): void {
    if (bytes === null) this.#mirrors[to]!.delete(path);
    else this.#mirrors[to]!.set(path, { bytes, made, stamp: `${made}-${bytes.length}-${++this.#time}` });
  }

  #pick(all: readonly Parcel[]): Parcel {
    return all[Math.floor(this.random() * all.length)]!;
  }
}
