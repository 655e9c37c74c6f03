import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFiles } from './course-files.ts';
import type { Problem } from './problems.ts';

/** A course has files and lessons/<lesson>/files: what lies deeper is none of it. */
const MAX_DEPTH = 4;
const MAX_FILES = 20_000;

/**
 * A folder of the disk as the files of a course. Links are not followed, and pipes and devices not opened; hidden files are passed over.
 * @throws errors of the disk; RangeError where there are more files than any course has
 */
export function folderFiles(folder: string): CourseFiles {
  const faults: Problem[] = [];
  const paths = new Set<string>();
  const walk = (below: string, depth: number) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile()) paths.add(path);
      else if (!entry.isDirectory())
        faults.push({ file: path, message: 'a link or device, which is not read: put the file itself there' });
      else if (depth >= MAX_DEPTH)
        faults.push({ file: path, message: 'no folder of a course lies so deep: move its files up' });
      else walk(path, depth + 1);
      if (paths.size > MAX_FILES) throw new RangeError(`more than ${MAX_FILES} files: this is no folder of a course`);
    }
  };
  walk('', 1);
  return {
    paths: [...paths],
    faults,
    // It may have become a link since.
    read: (path) =>
      paths.has(path) && lstatSync(join(folder, path)).isFile() ? readFileSync(join(folder, path)) : null,
  };
}
