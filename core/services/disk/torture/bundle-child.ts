import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const MACHINE = `${process.platform}-${process.arch}`;
const NATIVE = `fs-native-extensions/prebuilds/${MACHINE}/fs-native-extensions.node`;

const WASM = 'sql-wasm.wasm';

/** Bundles a program of the tests and the thread that it starts, as `stage.js` beside it. Returns the program's path. */
export async function bundleThread(entry: URL, stage: URL, folder: string): Promise<string> {
  await bundleChild(stage, folder, 'stage.js');
  // Without it plain Node takes a `.js` for an old kind of module.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const wasm = createRequire(import.meta.url).resolve(`sql.js/dist/${WASM}`);
  for (const beside of [folder, join(folder, 'assets')]) cpSync(wasm, join(beside, WASM));
  return bundleChild(entry, folder);
}

/** Bundles a program of the tests into `folder`, so that plain Node starts it fast. Returns its path. */
export async function bundleChild(entry: URL, folder: string, name = 'child.mjs'): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    // SQLite's program was written for CommonJS.
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  cpSync(createRequire(import.meta.url).resolve(NATIVE), join(folder, 'native', `${MACHINE}.node`));
  return join(folder, name);
}
