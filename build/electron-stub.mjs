// A folder that looks like Electron's distribution to electron-builder, for machines that can not fetch the real one: enough
// for the archive, its file list and the fuses to be made and checked. Nothing in it runs.
import asar from '@electron/asar';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Marks the fuse wire in Electron's binary (@electron/fuses, constants). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;

/** Makes the stub in `folder`. */
export async function makeElectronStub(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/locales`, { recursive: true });
  mkdirSync(`${folder}/resources`, { recursive: true });
  mkdirSync(`${folder}/app`, { recursive: true });
  const wire = Buffer.from([1, FUSES, ...Buffer.from('1'.repeat(FUSES))]);
  writeFileSync(`${folder}/electron`, Buffer.concat([Buffer.from(`stub\n${SENTINEL}`), wire, Buffer.from('\n')]), {
    mode: 0o755,
  });
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
  writeFileSync(`${folder}/version`, version);
  writeFileSync(`${folder}/locales/en-US.pak`, '');
  writeFileSync(`${folder}/LICENSE`, 'stub\n');
  writeFileSync(`${folder}/LICENSES.chromium.html`, '<p>stub</p>\n');
  writeFileSync(`${folder}/app/package.json`, '{}');
  await asar.createPackage(`${folder}/app`, `${folder}/resources/default_app.asar`);
  rmSync(`${folder}/app`, { recursive: true });
}
