import { z } from 'zod';

/** The file that says that all staged files are whole. */
export const COMMIT = 'commit.json';

/** A staged file, and what proves it; null for one of the first version, which had no proof. */
export interface StagedFile {
  /** Where it goes, below the data folder, with forward slashes. */
  readonly path: string;
  readonly proof: { readonly bytes: number; readonly sha256: string } | null;
}

export interface Commit {
  readonly staged: readonly StagedFile[];
  /** Files that do not hold any more once the others are in. */
  readonly aside: readonly string[];
  /** Entries that could not be understood. */
  readonly unclear: number;
}

/** What a disk takes of one name in a path. */
const MAX_NAME_BYTES = 255;
const isName = (part: string): boolean =>
  part !== '' && part !== '.' && part !== '..' && !part.includes(':') && Buffer.byteLength(part) <= MAX_NAME_BYTES;

/** A path below the data folder, with forward slashes and without a way out of it. */
export const isInside = (path: string): boolean =>
  path !== '' && !path.includes('\\') && !path.includes('\0') && path.split('/').every(isName);

const Path = z.string().max(1_000).refine(isInside);
const First = Path.transform((path): StagedFile => ({ path, proof: null }));
const Proved = z
  .object({ path: Path, bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
  .transform(({ path, bytes, sha256 }): StagedFile => ({ path, proof: { bytes, sha256 } }));
const Head = z.union([
  z.object({ v: z.literal(1), paths: z.array(z.unknown()), aside: z.unknown() }),
  z.object({ v: z.literal(2), files: z.array(z.unknown()), aside: z.unknown() }),
]);

export const commitBytes = ({ staged, aside }: Omit<Commit, 'unclear'>): Buffer =>
  Buffer.from(`${JSON.stringify({ v: 2, files: staged.map(({ path, proof }) => ({ path, ...proof })), aside })}\n`);

/** Null for a file that can not be understood; single entries that can not are counted. */
export function parseCommit(bytes: Buffer): Commit | null {
  let raw: unknown;
  try {
    raw = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  const head = Head.safeParse(raw);
  if (!head.success) return null;
  const entries = head.data.v === 1 ? head.data.paths : head.data.files;
  const staged = goodOf<StagedFile>(head.data.v === 1 ? First : Proved, entries);
  const aside = goodOf<string>(Path, Array.isArray(head.data.aside) ? head.data.aside : [null]);
  return { staged: staged.good, aside: aside.good, unclear: staged.bad + aside.bad };
}

function goodOf<T>(shape: z.ZodType<T>, entries: readonly unknown[]): { good: T[]; bad: number } {
  const good = entries.flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
  return { good, bad: entries.length - good.length };
}
