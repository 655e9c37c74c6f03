import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkCourse, sourceDocument } from './check.ts';
import { compileCourse, type Compiled } from './compile-course.ts';
import { coverageTable } from './coverage.ts';
import { designTable } from './design-table.ts';
import { dumpCourse } from './dump.ts';
import { withLineBreaks } from './line-breaks.ts';
import { problemText } from './problems.ts';

const root = process.cwd();
const USAGE = 'usage: npm run course -- check [--source FOLDER] | dump | compile FOLDER';

/** `npm run course`. Exit status 0 when every course is right, 1 when not, 2 for a wrong call. */
function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { source: { type: 'string', default: process.env['COURSE_SOURCE'] ?? '' } },
  });
  const [command, folder] = positionals;
  switch (command) {
    case 'check':
      return check(values.source);
    case 'dump': {
      const compiled = each(compileCourse);
      process.stdout.write(
        `${JSON.stringify(compiled.flatMap(([, { course }]) => (course ? dumpCourse(course) : [])))}\n`,
      );
      return report(compiled, console.error);
    }
    case 'compile':
      return folder === undefined ? usage() : compile(folder);
    default:
      return usage();
  }
}

/** @param source folder of the source document, to compare wording with; '' where it is not at hand */
function check(source: string): number {
  const document = sourceDocument(source);
  const compiled = each((path) => checkCourse(path, document));
  for (const [, { course, lessons, names }] of compiled)
    if (course) console.log(`${course.id}\n${coverageTable(course)}\n\n${designTable(course, lessons, names)}\n`);
  const status = report(compiled, console.log);
  console.log(
    document === null
      ? 'wording not compared: the source document was not given (--source FOLDER)'
      : 'wording compared with the source document',
  );
  console.log(`${compiled.length} courses, ${compiled.flatMap(([, { problems }]) => problems).length} problems`);
  return status;
}

/** Writes `<course-id>.json` for the app. */
function compile(folder: string): number {
  const compiled = each(compileCourse);
  mkdirSync(folder, { recursive: true });
  for (const [, { course, words }] of compiled)
    if (course) writeFileSync(`${folder}/${course.id}.json`, JSON.stringify(withLineBreaks(course, words)));
  return report(compiled, console.error);
}

function each(read: (path: string) => Compiled): [string, Compiled][] {
  const names = readdirSync(`${root}/content`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && existsSync(`${root}/content/${entry.name}/course.yaml`) ? [entry.name] : [],
  );
  return names.map((name) => [name, read(`${root}/content/${name}`)]);
}

function report(compiled: readonly [string, Compiled][], print: (line: string) => void): number {
  const lines = compiled.flatMap(([name, { problems }]) =>
    problems.map((problem) => `content/${name}/${problemText(problem)}`),
  );
  lines.forEach((line) => print(line));
  return lines.length > 0 ? 1 : 0;
}

function usage(): number {
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
