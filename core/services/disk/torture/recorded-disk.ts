import { setImmediate } from 'node:timers/promises';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nodeFiles, type Files } from '../files.ts';
import { DiskRecord, type Node, type Tree } from './disk-record.ts';

/** Thrown by every call once the program counts as killed. */
class Killed extends Error {}

/** Is it, or does it come from, the end of a killed program? */
export const isKill = (error: unknown): boolean =>
  error instanceof Killed || (error instanceof Error && error.cause !== undefined && isKill(error.cause));

/** A real folder, of which every write, sync and change of names is recorded. Nothing is synced for real. */
export class RecordedDisk {
  readonly record = new DiskRecord();
  readonly #root: string;
  readonly #tree: Tree;
  readonly #open = new Map<number, Node>();
  readonly #appending = new Set<number>();

  /** @param root what stands in it now counts as safe, its own name too */
  constructor(root: string) {
    this.#root = resolve(root);
    this.#load(DiskRecord.ROOT, this.#root);
    this.#tree = new Map(Array.from(this.record.firstTree, ([node, names]) => [node, new Map(names)]));
  }

  /** The calls of one run of a program, which is killed at its call number `killAt`: that one and all behind it fail. */
  run(killAt = Infinity): Files {
    let calls = 0;
    return this.runUntil(() => ++calls >= killAt);
  }

  /** The same, killed at the first call of which `isEnd` says so by its name. */
  runUntil(isEnd: (call: string) => boolean): Files {
    let isKilled = false;
    const alive: Record<string, unknown> = {};
    for (const [name, call] of Object.entries(this.#files()) as [string, (...args: unknown[]) => unknown][])
      alive[name] = (...args: unknown[]) => {
        isKilled ||= isEnd(name);
        if (!isKilled || name === 'close') return call(...args);
        if (name === 'sync' || name.endsWith('Async')) return Promise.reject(new Killed(name));
        throw new Killed(name);
      };
    return alive as unknown as Files;
  }

  #load(node: Node, path: string): void {
    for (const name of readdirSync(path)) {
      const isFolder = statSync(join(path, name)).isDirectory();
      const child = isFolder ? this.record.newFolder() : this.record.newNode();
      this.record.firstTree.get(node)!.set(name, child);
      if (!isFolder) {
        this.record.firstContents.set(child, readFileSync(join(path, name)));
        continue;
      }
      this.record.firstTree.set(child, new Map());
      this.#load(child, join(path, name));
    }
  }

  #nodeOf(path: string): Node | undefined {
    let node: Node | undefined = DiskRecord.ROOT;
    for (const name of relative(this.#root, resolve(path)).split(sep).filter(Boolean))
      node = node === undefined ? undefined : this.#tree.get(node)?.get(name);
    return node;
  }

  #isBelow(path: string): boolean {
    const way = relative(this.#root, resolve(path));
    return way !== '' && !way.startsWith('..');
  }

  #place(path: string): { folder: Node; name: string } {
    return { folder: this.#nodeOf(dirname(path))!, name: basename(path) };
  }

  #name(path: string, node: Node): void {
    const { folder, name } = this.#place(path);
    this.#tree.get(folder)!.set(name, node);
    this.record.entries.push({ op: 'name', folder, name, node });
  }

  #rename(from: string, to: string): void {
    nodeFiles.rename(from, to);
    const [source, target] = [this.#place(from), this.#place(to)];
    const node = this.#tree.get(source.folder)!.get(source.name)!;
    this.#tree.get(source.folder)!.delete(source.name);
    this.#tree.get(target.folder)!.set(target.name, node);
    this.record.entries.push({ op: 'rename', from: source.folder, fromName: source.name, ...target, node });
  }

  #unname(folder: Node, name: string): void {
    const node = this.#tree.get(folder)?.get(name);
    if (node === undefined) return;
    for (const child of [...(this.#tree.get(node)?.keys() ?? [])]) this.#unname(node, child);
    this.#tree.get(folder)!.delete(name);
    this.record.entries.push({ op: 'unname', folder, name, node });
  }

  #write(fd: number, bytes: Uint8Array, offset: number): number {
    const node = this.#open.get(fd);
    // A file opened to append takes the bytes behind its end, wherever they were meant to go.
    const place = this.#appending.has(fd) ? nodeFiles.size(fd) : offset;
    const wrote = nodeFiles.write(fd, bytes, offset);
    if (node !== undefined)
      this.record.entries.push({ op: 'write', node, offset: place, bytes: Buffer.from(bytes.subarray(0, wrote)) });
    return wrote;
  }

  #synced(fd: number, before: number): void {
    const node = this.#open.get(fd);
    if (node !== undefined) this.record.entries.push({ op: 'sync', node, before });
  }

  #syncedFolder(path: string, before: number): void {
    const folder = this.#nodeOf(path);
    if (folder !== undefined && this.#tree.has(folder)) this.record.entries.push({ op: 'syncFolder', folder, before });
  }

  #files(): Files {
    const { record } = this;
    return {
      ...nodeFiles,
      open: (path, flags) => {
        const isNew = flags === 'wx' || (flags === 'lock' && nodeFiles.found(path) === null);
        const fd = nodeFiles.open(path, flags);
        if (!this.#isBelow(path)) return fd;
        if (flags === 'append') this.#appending.add(fd);
        if (isNew) this.#name(path, record.newNode());
        this.#open.set(fd, this.#nodeOf(path)!);
        return fd;
      },
      close: (fd) => {
        this.#open.delete(fd);
        this.#appending.delete(fd);
        nodeFiles.close(fd);
      },
      write: (fd, bytes, at) => this.#write(fd, bytes, at),
      truncate: (fd, bytes) => {
        nodeFiles.truncate(fd, bytes);
        const node = this.#open.get(fd);
        if (node !== undefined) record.entries.push({ op: 'truncate', node, bytes });
      },
      datasync: (fd) => this.#synced(fd, record.length),
      sync: async (fd) => {
        const before = record.length;
        await setImmediate();
        this.#synced(fd, before);
      },
      writeAsync: async (fd, bytes, at) => {
        const wrote = this.#write(fd, bytes, at);
        await setImmediate();
        return wrote;
      },
      renameAsync: async (from, to) => {
        this.#rename(from, to);
        await setImmediate();
      },
      syncFolderAsync: async (folder) => {
        const before = record.length;
        await setImmediate();
        this.#syncedFolder(folder, before);
      },
      makeFolder: (path) => {
        const missing: string[] = [];
        for (let at = resolve(path); this.#isBelow(at) && nodeFiles.facts(at) === null; at = dirname(at))
          missing.unshift(at);
        nodeFiles.makeFolder(path);
        for (const made of missing) {
          const node = record.newFolder();
          this.#tree.set(node, new Map());
          this.#name(made, node);
        }
      },
      rename: (from, to) => this.#rename(from, to),
      remove: (path) => {
        nodeFiles.remove(path);
        const { folder, name } = this.#place(path);
        if (folder !== undefined) this.#unname(folder, name);
      },
      syncFolder: (folder) => this.#syncedFolder(folder, record.length),
    };
  }
}
