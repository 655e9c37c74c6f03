import type { Course } from '../../../domain/course.ts';
import type { Format, Reading, ReadOptions, Source } from '../format.ts';
import { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { isZip, openZip } from '../zip-source.ts';
import { openCourseFolder } from './folder.ts';
import { courseRoot, openCourseZip, type OpenCourse } from './zip-files.ts';

/** Mistakes that are told one by one. */
const MOST_TOLD = 8;

/** Folders of courses, as docs/course-format.md tells them, and zips of such folders. */
export const courseFormat: Format = {
  id: 'course',
  extensions: ['zip'],
  // What an archive holds stands at its end: whoever has the whole file asks `isCourse`.
  detect: () => 0,
  async open(source, options) {
    const opened = source.isFolder ? await openCourseFolder(source) : await openCourseZip(source, options.signal);
    try {
      return await readingOf(source, opened);
    } catch (error) {
      opened.close();
      throw error;
    }
  },
};

/** Is it a folder of a course, or a zip of one? @param head its first bytes */
export async function isCourse(source: Source, head: Uint8Array, { signal }: ReadOptions): Promise<boolean> {
  if (source.isFolder) return true;
  if (!isZip(head)) return false;
  try {
    const zip = await openZip(source, signal);
    zip.close();
    return courseRoot(zip.entries.keys()) !== null;
  } catch {
    // What is wrong with the archive is told by who reads it.
    return false;
  }
}

async function readingOf(source: Source, { files, media, close }: OpenCourse): Promise<Reading> {
  const { compileCourse } = await import('../../../compiler/compile-course.ts');
  const { withLineBreaks } = await import('../../../compiler/line-breaks.ts');
  const { mediaNameIn } = await import('../../../compiler/media-files.ts');
  // The outlines of the world are half a megabyte: few courses draw a map.
  const hasMap = files.paths.includes('places.yaml');
  const drawMap = hasMap ? (await import('../../../compiler/draw-map.ts')).drawMap : null;
  const { course, words, problems } = compileCourse(files, drawMap);
  if (!course || problems.length > 0) {
    const { problemText } = await import('../../../compiler/problems.ts');
    const lines = problems.slice(0, MOST_TOLD).map(problemText);
    throw unreadable(
      'course-wrong',
      source.name,
      [...lines, ...(problems.length > MOST_TOLD ? ['…'] : [])].join(' · '),
    );
  }
  const odd = new Oddities();
  const named = media.flatMap((medium) => {
    const name = mediaNameIn(medium.name);
    if (name === null) odd.add('media-name-unsafe', medium.name);
    return name === null ? [] : [{ ...medium, name }];
  });
  const broken: Course = withLineBreaks(course, words);
  return {
    ...{ types: [], decks: [], presets: [], schedule: null },
    counts: { notes: 0, cards: 0, reviews: 0, media: named.length },
    course: { course: broken, files: textsOf(files) },
    async *notes() {},
    async *reviews() {},
    async *media() {
      yield* named;
    },
    get odd() {
      return odd.list;
    },
    close: async () => close(),
  };
}

/** What it was made of, so that it goes out as it came. */
function textsOf(files: OpenCourse['files']): [string, string][] {
  const decoder = new TextDecoder();
  return files.paths.flatMap((path): [string, string][] => {
    const bytes = /\.(?:ya?ml|md)$/i.test(path) ? files.read(path) : null;
    return bytes === null ? [] : [[path, decoder.decode(bytes)]];
  });
}
