import { runCourseCommand } from './command.ts';

const root = process.cwd();
process.exitCode = runCourseCommand(process.argv.slice(2), {
  root,
  // npm runs scripts in the project's folder, wherever it was called.
  here: process.env['INIT_CWD'] ?? root,
  source: process.env['COURSE_SOURCE'] ?? '',
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
