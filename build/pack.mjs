// `npm run pack`: an unpacked app for this platform in release/, then the checks of check-package.mjs. Where Electron's
// binary is not on this machine a stub takes its place, and the output says so: the result is checked, but does not run.
import { build, Platform } from 'electron-builder';
import { existsSync, readdirSync } from 'node:fs';
import { build as buildDist } from './build.mjs';
import { faultsOfFiles, faultsOfFuses, faultsOfLocks, filesOf } from './check-package.mjs';
import { electronBinary } from './electron-binary.mjs';
import { makeElectronStub } from './electron-stub.mjs';
import { isFresh } from './sources.mjs';

const STUB = 'dist/electron-stub';
const isStub = electronBinary() === null;

if (!isFresh()) await buildDist('warn');
if (isStub) {
  console.log("Electron's binary is not on this machine: packing around a stub.");
  await makeElectronStub(STUB);
}
await build({
  targets: (isStub ? Platform.LINUX : Platform.current()).createTarget('dir'),
  config: { extends: 'build/electron-builder.yml', ...(isStub && { electronDist: STUB }) },
  publish: 'never',
});

const unpacked =
  readdirSync('release')
    .map((name) => `release/${name}`)
    .find((path) => /-unpacked$|^release\/mac/.test(path)) ?? '';
const resources = [`${unpacked}/resources`, `${unpacked}/Jamdai.app/Contents/Resources`].find(existsSync);
const executable = [`${unpacked}/jamdai`, `${unpacked}/Jamdai.exe`, `${unpacked}/Jamdai.app`].find(existsSync);
if (!resources || !executable) throw new Error(`nothing was packed in ${unpacked || 'release/'}`);
const files = filesOf(`${resources}/app.asar`);
const faults = [
  ...faultsOfFiles(files),
  ...faultsOfLocks(`${resources}/app.asar`),
  ...(await faultsOfFuses(executable)),
];
faults.forEach((fault) => console.error(fault));
console.log(
  `package check: ${files.length} files, ${faults.length} faults${isStub ? ' (stub: not a runnable app)' : ''}`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
