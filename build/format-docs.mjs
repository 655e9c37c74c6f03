// Writes docs/course-format.md anew, of the schemas that course files are held against.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const { status, stdout, stderr } = spawnSync(process.execPath, ['build/run.mjs', 'course', 'format'], {
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
writeFileSync('docs/course-format.md', stdout);
