/** A file or folder as the disk knows it, whatever its name is now. */
export type Node = number;

/** What was asked of the disk, in the order it was. `before` of a sync: it holds for entries up to there. */
export type Entry =
  | { readonly op: 'write'; readonly node: Node; readonly offset: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly node: Node; readonly bytes: number }
  | { readonly op: 'sync'; readonly node: Node; readonly before: number }
  | { readonly op: 'name'; readonly folder: Node; readonly name: string; readonly node: Node }
  | { readonly op: 'unname'; readonly folder: Node; readonly name: string; readonly node: Node }
  | {
      readonly op: 'rename';
      readonly from: Node;
      readonly fromName: string;
      readonly folder: Node;
      readonly name: string;
      readonly node: Node;
    }
  | { readonly op: 'syncFolder'; readonly folder: Node; readonly before: number };

/** Names in each folder. */
export type Tree = Map<Node, Map<string, Node>>;

/** What a disk held at a beginning, all of it safe, and everything that was asked of it since. */
export class DiskRecord {
  /** The folder below which everything is recorded. */
  static readonly ROOT: Node = 0;
  readonly entries: Entry[] = [];
  readonly folders = new Set<Node>([DiskRecord.ROOT]);
  readonly firstTree: Tree = new Map([[DiskRecord.ROOT, new Map()]]);
  readonly firstContents = new Map<Node, Buffer>();
  #nodes = 1;

  newNode(): Node {
    return this.#nodes++;
  }

  newFolder(): Node {
    const node = this.newNode();
    this.folders.add(node);
    return node;
  }

  get length(): number {
    return this.entries.length;
  }

  /**
   * Which of the first `stop` entries the disk has for sure: content and size by a sync of the file behind it, a name by a
   * sync of the folder it stands in (of the one it was moved to). A sync that was still under way promises nothing.
   */
  safeAt(stop: number): boolean[] {
    const syncedBefore = new Map<Node, number>();
    const safe: boolean[] = new Array<boolean>(stop).fill(false);
    for (let i = stop - 1; i >= 0; i--) {
      const entry = this.entries[i]!;
      if (entry.op === 'sync' || entry.op === 'syncFolder') {
        const node = entry.op === 'sync' ? entry.node : entry.folder;
        syncedBefore.set(node, Math.max(syncedBefore.get(node) ?? 0, entry.before));
        safe[i] = true;
        continue;
      }
      const node = entry.op === 'write' || entry.op === 'truncate' ? entry.node : entry.folder;
      safe[i] = i < (syncedBefore.get(node) ?? 0);
    }
    return safe;
  }
}
