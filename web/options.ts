import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../core/services/data-folder.ts';
import type { Clock } from '../core/services/ports.ts';
import { clockFor, dataFolderIn, wholeNumber } from '../core/services/start-options.ts';

const MAX_PORT = 65_535;

export interface ShellOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  /** 0: any free port. */
  readonly port: number;
  readonly openBrowser: boolean;
  readonly rest: readonly string[];
}

/**
 * Reads the command line of the web shell and of the cli: `--data FOLDER --now EPOCH_MS --port N --no-open`.
 * `JAMDAI_DATA` and `JAMDAI_NOW` stand in where a flag is not given; set but empty, they count as not set.
 * @throws TypeError for an unknown flag or a value that is no number
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): ShellOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      now: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
    },
  });
  return {
    dataDir: resolve(values.data ?? dataFolderIn(env) ?? defaultDataFolder(process.platform, env)),
    clock: clockFor(values.now, env),
    port: wholeNumber('--port', values.port ?? '0', MAX_PORT),
    openBrowser: !values['no-open'],
    rest: positionals,
  };
}
