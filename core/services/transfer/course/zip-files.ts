import type { CourseFiles } from '../../../compiler/course-files.ts';
import type { Source, SourceMedia } from '../format.ts';
import { unreadable } from '../unreadable.ts';
import { openZip, wholeOf, type ZipEntry, type ZipSource } from '../zip-source.ts';

/** Texts of a course together, bytes: forty times the largest built in. */
const MAX_TEXTS_BYTES = 64 * 2 ** 20;
const MAX_FILES = 20_000;
const COURSE = 'course.yaml';
/** What other systems put into archives. */
const ASIDE = /(?:^|\/)(?:\.(?!\.?(?:\/|$))|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;

/** A course's files in an archive, and its media as they are asked for. */
export interface OpenCourse {
  readonly files: CourseFiles;
  readonly media: readonly SourceMedia[];
  close(): void;
}

/** Where the course lies in an archive: its names' common beginning; null where there is none, or several. */
export function courseRoot(names: Iterable<string>): string | null {
  const found = [...names].filter((name) => !ASIDE.test(name) && (name === COURSE || name.endsWith(`/${COURSE}`)));
  const depth = (name: string) => name.split('/').length;
  const [first, second] = found.sort((a, b) => depth(a) - depth(b));
  if (first === undefined || depth(first) > 2 || (second !== undefined && depth(second) === depth(first))) return null;
  return first.slice(0, first.length - COURSE.length);
}

/** @throws AppError `import-unreadable`, `cancelled` */
export async function openCourseZip(source: Source, signal: AbortSignal): Promise<OpenCourse> {
  const zip = await openZip(source, signal);
  try {
    const root = courseRoot(zip.entries.keys());
    if (root === null) throw unreadable('no-collection', source.name, COURSE);
    const below = [...zip.entries.values()].filter(({ name }) => name.startsWith(root) && !ASIDE.test(name));
    if (below.length > MAX_FILES) throw unreadable('too-many', source.name, 'files');
    const paths = new Map(below.map((entry) => [pathIn(entry, root, source), entry]));
    if (paths.size < below.length) throw unreadable('zip-damaged', source.name, 'names');
    const texts = await textsOf(zip, paths, source);
    return {
      files: { paths: [...paths.keys()], faults: [], read: (path) => texts.get(path) ?? null },
      media: [...paths].flatMap(([path, entry]) =>
        isText(path) ? [] : [{ name: path, bytes: entry.bytes, open: () => zip.pieces(entry) }],
      ),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export const isText = (path: string): boolean => /\.(?:ya?ml|md)$/i.test(path);

/** @throws AppError `import-unreadable` for a name that leads out of its folder */
function pathIn({ name }: ZipEntry, root: string, source: Source): string {
  const path = name.slice(root.length);
  const isUnsafe =
    path.includes('\\') ||
    path.includes('\0') ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (isUnsafe) throw unreadable('media-name-unsafe', source.name, name.slice(0, 200));
  return path.normalize('NFC');
}

async function textsOf(zip: ZipSource, paths: ReadonlyMap<string, ZipEntry>, source: Source) {
  const texts = new Map<string, Uint8Array>();
  let left = MAX_TEXTS_BYTES;
  for (const [path, entry] of paths) {
    if (!isText(path)) continue;
    const whole = await wholeOf(zip.pieces(entry), {
      ...{ file: source.name, place: path, maxBytes: left, expected: entry.bytes },
    });
    left -= whole.length;
    texts.set(path, whole);
  }
  return texts;
}
