import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from '../../build/chromium.mjs';
import { scheduledAsUsual } from '../scheduling.ts';
import { startWebShell } from '../../e2e/web-shell.ts';
import { BUDGETS, verdictsOf } from './budgets.ts';
import { figuresOf, type Figures } from './figures.ts';
import { timeLibrary } from './library-times.ts';
import { openApp } from './open-app.ts';
import { review } from './reviewing.ts';
import { seedFolder } from './seeded-folder.ts';
import { timeStart } from './starting.ts';
import { timeNothing, timeSwitches } from './view-switches.ts';

/**
 * `npm run bench:ui -- [--answers N] [--rounds N] [--days N] [--notes N]`: the interface of the built web shell in Chromium, on a made-up
 * learner's data. A table, and the figures with their verdicts as one line of JSON at the end.
 */
const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '40' },
    days: { type: 'string', default: '365' },
    notes: { type: 'string', default: '100000' },
  },
});
const STARTS = 5;
const NOTHINGS = 100;

const say = (text: string) => process.stdout.write(`${text}\n`);

function atLeast(least: number, name: keyof typeof values): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < least) throw new TypeError(`--${name} is a number from ${least} on`);
  return value;
}

/** Everything, one after the other, on one folder. */
async function measure(root: string, answers: number, rounds: number, notes: number): Promise<Figures> {
  const dataDir = join(root, 'data');
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
  const shell = await startWebShell(dataDir);
  try {
    await shell.call('settings.set', { language: 'en' });
    await shell.call('data.backup', {});
    const { page } = await openApp(browser, shell.url);
    const nothing = await timeNothing(page, NOTHINGS);
    const switches = await timeSwitches(page, rounds);
    const reviewing = await review(page, answers);
    await shell.stop();
    const starts = [];
    for (let at = 0; at < STARTS; at += 1) starts.push(await timeStart(browser, dataDir));
    const library = await timeLibrary(browser, join(root, 'library'), notes, rounds);
    return figuresOf(starts, nothing, switches, reviewing, library);
  } finally {
    await shell.stop();
    await browser.close();
  }
}

function sayTable(figures: Figures): void {
  const verdicts = verdictsOf(figures);
  for (const [name, figure] of Object.entries(figures)) {
    const budget = BUDGETS[name];
    const verdict = budget === undefined ? '' : `≤ ${budget}`.padEnd(9) + (verdicts[`${name}Met`] ? 'met' : 'NOT MET');
    say(`  ${name.padEnd(22)} ${String(figure).padStart(10)}   ${verdict}`.trimEnd());
  }
}

async function main(): Promise<void> {
  const [answers, rounds, days] = [atLeast(2, 'answers'), atLeast(1, 'rounds'), atLeast(1, 'days')];
  const notes = atLeast(100, 'notes');
  const scheduling = scheduledAsUsual();
  if (scheduling) say(scheduling);
  const root = mkdtempSync(join(tmpdir(), 'jamdai-bench-ui-'));
  try {
    const seeded = seedFolder(join(root, 'data'), days);
    const conditions = { ...seeded, answers, rounds, notes, cores: cpus().length };
    say(`${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
    say(`${JSON.stringify(conditions)}\n`);
    const figures = await measure(root, answers, rounds, notes);
    sayTable(figures);
    say(`\n${JSON.stringify({ ...conditions, ...figures, ...verdictsOf(figures) })}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

await main();
