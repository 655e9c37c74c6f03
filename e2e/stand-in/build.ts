import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { BUILT } from './launch.ts';

/** Bundles the stand-in of `electron` for the Node that runs the main process; 0.1 s. */
export async function buildStandIn(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: `${import.meta.dirname}/electron/index.ts`,
      outDir: dirname(BUILT),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: basename(BUILT) } },
    },
  });
}
