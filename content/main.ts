import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { checkCourse, sourceDocument } from './check.ts';
import { compileCourse, type Compiled } from './compile-course.ts';
import { coverageTable } from './coverage.ts';
import { dumpCourse } from './dump.ts';
import { problemText } from './problems.ts';

const root = process.cwd();
const USAGE = 'usage: npm run course -- check | dump | compile FOLDER';

/** `npm run course`. Exit status 0 when every course is right, 1 when not, 2 for a wrong call. */
function main([command, folder]: readonly string[]): number {
  switch (command) {
    case 'check':
      return check();
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

function check(): number {
  const document = sourceDocument(root);
  const compiled = each((path) => checkCourse(path, document));
  for (const [, { course }] of compiled) if (course) console.log(`${course.id}\n${coverageTable(course)}\n`);
  const status = report(compiled, console.log);
  console.log(
    document === null
      ? 'wording not compared: the source document is not at hand'
      : 'wording compared with the source document',
  );
  console.log(`${compiled.length} courses, ${compiled.flatMap(([, { problems }]) => problems).length} problems`);
  return status;
}

/** Writes `<course-id>.json` for the app. */
function compile(folder: string): number {
  const compiled = each(compileCourse);
  mkdirSync(folder, { recursive: true });
  for (const [, { course }] of compiled)
    if (course) writeFileSync(`${folder}/${course.id}.json`, JSON.stringify(course));
  return report(compiled, console.error);
}

function each(read: (path: string) => Compiled): [string, Compiled][] {
  const names = readdirSync(`${root}/content`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'rules' ? [entry.name] : [],
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

process.exitCode = main(process.argv.slice(2));
