import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const HEADING = '## One answer, from click to disk';
const WHERE = `ARCHITECTURE.md, "${HEADING.slice(3)}"`;
const MOST_STEPS = 15;
const MOST_LINES = 300;

/** One step of the path: the files that do it (one a shell, where they differ). */
interface Step {
  readonly number: number;
  readonly files: readonly string[];
  /** The step that calls it; usually the one before. */
  readonly caller: number;
  /** What caller and called both know, where neither imports the other; one a shell. */
  readonly by: readonly string[];
}

const named = (text: string): string[] => [...text.matchAll(/`([^`]+\.(?:ts|svelte))`/g)].map(([, file]) => file ?? '');

function readSteps(markdown: string): Step[] {
  const section = markdown.split(HEADING)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^(\d+)\. (.*)$/gm)].map(([, given, line = '']) => {
    const number = Number(given);
    const by = /\bby (`[^)]*)\)/.exec(line)?.[1] ?? '';
    const caller = Number(/called from step (\d+)/.exec(line)?.[1] ?? number - 1);
    return { number, files: named(by === '' ? line : line.replace(by, '')), caller, by: named(by) };
  });
}

/** The files a file names in its imports, from the root of the repository. */
function importsOf(file: string): Set<string> {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const paths = [...text.matchAll(/\b(?:from|import) '(\.{1,2}\/[^']+)'/g)].map(([, path]) => path ?? '');
  return new Set(paths.map((path) => normalize(join(dirname(file), path)).replaceAll('\\', '/')));
}

/** Why one file does not lead to the next; null where it does. */
function gap(from: string, to: string, by: string | undefined): string | null {
  const imports = importsOf(from);
  if (by === undefined) return imports.has(to) ? null : `${from} does not import ${to}`;
  if (from !== by && !imports.has(by)) return `${from} does not import ${by}`;
  return importsOf(to).has(by) || importsOf(by).has(to) ? null : `${to} and ${by} do not know each other`;
}

function gapsInto(step: Step, steps: readonly Step[]): string[] {
  const callers = steps[step.caller - 1]?.files ?? [];
  const pairs = Math.max(callers.length, step.files.length);
  const of = <T>(list: readonly T[], index: number) => list[list.length === 1 ? 0 : index];
  return Array.from({ length: pairs }, (_, index) => {
    const [from, to] = [of(callers, index), of(step.files, index)];
    if (from === undefined || to === undefined) return `step ${step.number} and the one that calls it do not match`;
    return gap(from, to, of(step.by, index));
  }).filter((why) => why !== null);
}

const steps = readSteps(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

describe('the path of an answer, from click to disk', () => {
  it('is a numbered list of at most 15 steps, from a view to the journal', () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(steps[0]?.files[0]).toMatch(/^renderer\/src\/features\/.*View\.svelte$/);
    expect(steps.at(-1)?.files[0]).toMatch(/^core\/services\/store\/journal\//);
  });

  it.each(steps)('step $number names files that are there, none of them long: $files', ({ number, files, by }) => {
    for (const file of [...files, ...by]) {
      const isThere = existsSync(join(ROOT, file));
      expect(
        isThere,
        `${WHERE}, step ${number} names ${file}, which is not there: name the file that does this now`,
      ).toBe(true);
      expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length, file).toBeLessThanOrEqual(MOST_LINES);
    }
    expect(files, `${WHERE}, step ${number} names no file`).not.toEqual([]);
  });

  it.each(steps.slice(1))('step $number is reached from step $caller: $files', (step) => {
    const missing = [...step.files, ...step.by, ...(steps[step.caller - 1]?.files ?? [])].filter(
      (file) => !existsSync(join(ROOT, file)),
    );
    expect(missing, `${WHERE}, around step ${step.number}: files that are not there`).toEqual([]);
    expect(gapsInto(step, steps), `${WHERE}, step ${step.number}: the answer does not go this way any more`).toEqual(
      [],
    );
  });

  it('shows a step that leads nowhere', () => {
    const planted = readSteps(`${HEADING}\n1. \`core/api/client.ts\` calls\n2. \`core/domain/random.ts\` shuffles\n`);
    expect(gapsInto(planted[1]!, planted)).toEqual(['core/api/client.ts does not import core/domain/random.ts']);
    const given = readSteps(
      `${HEADING}\n1. \`core/api/client.ts\`\n2. \`core/domain/random.ts\` (by \`core/api/wire.ts\`)\n`,
    );
    expect(gapsInto(given[1]!, given)).toEqual(['core/domain/random.ts and core/api/wire.ts do not know each other']);
  });
});
