import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskRecord, type Entry, type Node, type Tree } from './disk-record.ts';

/** What of the work that no sync had promised reached the disk. */
export type Fate = 'nothing' | 'everything' | 'names' | 'content' | 'any';
export const FATES: readonly Fate[] = ['nothing', 'everything', 'names', 'content', 'any'];

const SECTOR = 512;

const isContent = (entry: Entry) => entry.op === 'write' || entry.op === 'truncate';

function fits(bytes: Buffer, size: number): Buffer {
  return size <= bytes.length ? bytes.subarray(0, size) : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}

/** A write of which only a part arrived: up to a byte, from a byte on, or some of its sectors; the rest is what was there, or zeros. */
function torn(content: Buffer, { offset, bytes }: { offset: number; bytes: Buffer }, random: () => number): Buffer {
  const kind = Math.floor(random() * 5);
  const cut = Math.floor(random() * (bytes.length + 1));
  if (kind === 0) return content;
  // The size is there, the content never came.
  const whole = Buffer.from(fits(content, Math.max(content.length, offset + bytes.length)));
  if (kind === 1) return whole;
  if (kind === 2) {
    const part = Buffer.from(fits(content, Math.max(content.length, offset + cut)));
    bytes.copy(part, offset, 0, cut);
    return part;
  }
  if (kind === 3) {
    bytes.copy(whole, offset + cut, cut);
    return whole;
  }
  for (let begin = 0; begin < bytes.length;) {
    const end = Math.min(bytes.length, begin + SECTOR - ((offset + begin) % SECTOR));
    if (random() < 0.5) bytes.copy(whole, offset + begin, begin, end);
    begin = end;
  }
  return whole;
}

function written(content: Buffer, { offset, bytes }: { offset: number; bytes: Buffer }): Buffer {
  const whole = Buffer.from(fits(content, Math.max(content.length, offset + bytes.length)));
  bytes.copy(whole, offset);
  return whole;
}

/** A disk as it may look after the power went. */
interface Image {
  readonly tree: Tree;
  readonly contents: ReadonlyMap<Node, Buffer>;
}

function imageAt(record: DiskRecord, stop: number, fate: Fate, random: () => number): Image {
  const safe = record.safeAt(stop);
  const tree: Tree = new Map(Array.from(record.firstTree, ([node, names]) => [node, new Map(names)]));
  const contents = new Map(record.firstContents);
  const namesOf = (folder: Node) => tree.get(folder) ?? tree.set(folder, new Map()).get(folder)!;
  const arrives = (entry: Entry): boolean => {
    if (fate === 'any') return random() < 0.5;
    return fate === 'everything' || fate === (isContent(entry) ? 'content' : 'names');
  };
  for (let i = 0; i < stop; i++) {
    const entry = record.entries[i]!;
    if (entry.op === 'sync' || entry.op === 'syncFolder') continue;
    const isThere = safe[i]! || arrives(entry);
    if (entry.op === 'write') {
      const content = contents.get(entry.node) ?? Buffer.alloc(0);
      if (isThere) contents.set(entry.node, written(content, entry));
      else if (fate === 'any' || fate === 'names') contents.set(entry.node, torn(content, entry, random));
    } else if (!isThere) continue;
    else if (entry.op === 'truncate')
      contents.set(entry.node, fits(contents.get(entry.node) ?? Buffer.alloc(0), entry.bytes));
    else if (entry.op === 'name') namesOf(entry.folder).set(entry.name, entry.node);
    else if (entry.op === 'rename') {
      if (namesOf(entry.from).get(entry.fromName) === entry.node) namesOf(entry.from).delete(entry.fromName);
      namesOf(entry.folder).set(entry.name, entry.node);
    } else if (namesOf(entry.folder).get(entry.name) === entry.node) namesOf(entry.folder).delete(entry.name);
  }
  return { tree, contents };
}

/** Puts an image into an empty folder. */
function writeImage({ tree, contents }: Image, { folders }: DiskRecord, into: string): void {
  const put = (folder: Node, path: string) => {
    for (const [name, node] of tree.get(folder) ?? []) {
      const below = join(path, name);
      if (folders.has(node)) {
        mkdirSync(below);
        put(node, below);
      } else writeFileSync(below, contents.get(node) ?? '');
    }
  };
  put(DiskRecord.ROOT, into);
}

/** Puts one of the images POSIX allows when the power goes behind the first `stop` entries of a record into an empty folder. */
export function cutAt(record: DiskRecord, stop: number, fate: Fate, random: () => number, into: string): void {
  writeImage(imageAt(record, stop, fate, random), record, into);
}
