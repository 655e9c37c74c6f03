import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const MACHINE = `${process.platform}-${process.arch}`;
const NATIVE = `fs-native-extensions/prebuilds/${MACHINE}/fs-native-extensions.node`;

/** Bundles a program of the tests into `folder`, so that plain Node starts it fast. Returns its path. */
export async function bundleChild(entry: URL, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  cpSync(createRequire(import.meta.url).resolve(NATIVE), join(folder, 'native', `${MACHINE}.node`));
  return join(folder, 'child.mjs');
}
