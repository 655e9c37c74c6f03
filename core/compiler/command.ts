import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCourse, sourceDocument } from './check.ts';
import type { Compiled } from './compile-course.ts';
import { compileFolder } from './compile-folder.ts';
import { coverageTable } from './coverage.ts';
import { designTable } from './design-table.ts';
import { dumpCourse } from './dump.ts';
import { formatDocument } from './format-document.ts';
import { withLineBreaks } from './line-breaks.ts';
import { problemText } from './problems.ts';

const USAGE = `usage: npm run course -- FOLDER [--out FILE] [--strict] [--source FOLDER]
       npm run course -- check [--source FOLDER] | dump | compile FOLDER | format`;
const HELP = `${USAGE}

FOLDER            checks the course that lies there: names file, line and field of every mistake and says what to do,
                  gives advice on how questions are written, and shows how many questions there are of what
  --out FILE      writes the compiled course, as JSON
  --strict        takes advice for mistakes
  --source FOLDER compares the wording with document.th.txt there
check             the same for all courses of content/, strictly
dump              prints the courses of content/ as JSON for other programs
compile FOLDER    writes the courses of content/ for the app
format            prints docs/course-format.md, which tells what a course folder holds

Exit status: 0 the course is right, 1 it has mistakes, 2 the call is wrong.`;

const OPTIONS = {
  source: { type: 'string' },
  out: { type: 'string' },
  strict: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Where a command stands, and where its words go. */
export interface CommandPlace {
  /** The project's folder, with `content`. */
  readonly root: string;
  /** What names of folders and files on the command line are meant from. */
  readonly here: string;
  /** Folder of the source document where the call names none; '' for none. */
  readonly source: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** `npm run course`. @returns exit status */
export function runCourseCommand(args: readonly string[], place: CommandPlace): number {
  try {
    return run(args, place);
  } catch (error) {
    place.complain(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}

function run(args: readonly string[], place: CommandPlace): number {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [command, folder, ...more] = positionals;
  const source = values.source ?? place.source;
  if (values.help) {
    place.print(HELP);
    return 0;
  }
  const isTooMany = more.length > 0 || (folder !== undefined && command !== 'compile');
  if (command === undefined || isTooMany || (command === 'compile' && folder === undefined)) {
    place.complain(USAGE);
    return 2;
  }
  switch (command) {
    case 'check':
      return checkAll(source, place);
    case 'dump': {
      const compiled = each(place.root, compileFolder);
      place.print(JSON.stringify(compiled.flatMap(([, { course }]) => (course ? dumpCourse(course) : []))));
      return report(compiled, place.complain);
    }
    case 'format':
      place.print(formatDocument().trimEnd());
      return 0;
    case 'compile':
      return compileAll(resolve(place.root, folder!), place);
    default:
      return checkOne(resolve(place.here, command), { ...values, source }, place);
  }
}

/** Checks the course of one folder, wherever it is. */
function checkOne(
  folder: string,
  { out, strict, source }: { out?: string | undefined; strict: boolean; source: string },
  { here, print }: CommandPlace,
): number {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`no folder ${folder}`);
  const compiled = checkCourse(folder, sourceDocument(source));
  const { course, problems } = compiled;
  if (course) print(tables(compiled));
  const mistakes = problems.filter(({ isAdvice }) => strict || !isAdvice);
  const advice = problems.filter((problem) => !mistakes.includes(problem));
  for (const problem of mistakes) print(problemText(problem));
  for (const problem of advice) print(`advice: ${problemText(problem)}`);
  print(`${course?.id ?? 'no course'}: mistakes ${mistakes.length}, advice ${advice.length}`);
  if (course === null || mistakes.length > 0) return 1;
  if (out !== undefined) {
    const file = resolve(here, out);
    writeFileSync(file, JSON.stringify(withLineBreaks(course, compiled.words)));
    print(`written: ${file}`);
  }
  return 0;
}

/** @param source folder of the source document, to compare wording with; '' where it is not at hand */
function checkAll(source: string, { root, print }: CommandPlace): number {
  const document = sourceDocument(source);
  const compiled = each(root, (path) => checkCourse(path, document));
  for (const [, one] of compiled) print(tables(one));
  const status = report(compiled, print);
  print(
    document === null
      ? 'wording not compared: the source document was not given (--source FOLDER)'
      : 'wording compared with the source document',
  );
  print(`${compiled.length} courses, ${compiled.flatMap(([, { problems }]) => problems).length} problems`);
  return status;
}

function tables({ course, lessons, names }: Compiled): string {
  return course ? `${course.id}\n${coverageTable(course)}\n\n${designTable(course, lessons, names)}\n` : '';
}

/** Writes `<course-id>.json` for the app. */
function compileAll(folder: string, { root, complain }: CommandPlace): number {
  const compiled = each(root, compileFolder);
  mkdirSync(folder, { recursive: true });
  for (const [, { course, words }] of compiled)
    if (course) writeFileSync(join(folder, `${course.id}.json`), JSON.stringify(withLineBreaks(course, words)));
  return report(compiled, complain);
}

function each(root: string, read: (path: string) => Compiled): [string, Compiled][] {
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
