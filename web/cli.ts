import { toWireError, type Wire } from '../core/api/wire.ts';
import { AppError } from '../core/domain/errors.ts';
import { createApp } from '../core/services/app.ts';
import { readOptions, type ShellOptions } from './options.ts';
import { COURSES_DIR, version } from './places.ts';

const USAGE = "usage: npm run cli -- <method> '<json>' [--data FOLDER] [--adopt] [--now EPOCH_MS]";

/** Calls one method of the contract and prints the reply as one line of JSON. Exit status 0 when ok, 1 when not, 2 for a wrong call. */
async function main(): Promise<number> {
  const { dataDir, adopt, clock, rest } = readOptions(process.argv.slice(2), process.env);
  const [method, json = '{}'] = rest;
  if (method === undefined) {
    console.error(USAGE);
    return 2;
  }
  const reply = await call({ dataDir, adopt, clock }, method, json);
  console.log(JSON.stringify(reply));
  return reply.ok ? 0 : 1;
}

async function call(
  where: Pick<ShellOptions, 'dataDir' | 'adopt' | 'clock'>,
  method: string,
  json: string,
): Promise<Wire> {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    return toWireError(new AppError('bad-input', 'the input is no JSON', { method, field: '', reason: 'json' }));
  }
  try {
    const log = (error: unknown) => (error instanceof AppError ? undefined : console.error(error));
    const app = await createApp({ ...where, coursesDir: COURSES_DIR, shell: 'cli', version: version(), log });
    try {
      return await app.router(method, input);
    } finally {
      await app.close();
    }
  } catch (error) {
    return toWireError(error);
  }
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof TypeError ? `${error.message}\n${USAGE}` : error);
    process.exitCode = 2;
  },
);
