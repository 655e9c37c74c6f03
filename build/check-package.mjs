// Checks what electron-builder made: only files of the allow-list are in the archive, all that is needed is, and the fuses
// stand as build/electron-builder.yml says.
import asar from '@electron/asar';
import fuses from '@electron/fuses';
import { existsSync } from 'node:fs';
import { MACHINES } from './native-lock.mjs';

const { FuseV1Options, getCurrentFuseWire } = fuses;

const ALLOWED = [
  /^\/(package\.json|LICENSE)$/,
  /^\/dist\/electron\/(main\.js|trainer\.js|stage\.js|lines\.js|texts\.js|preload\.cjs|sql-wasm\.wasm)$/,
  // Readers and writers of formats, loaded when they are needed.
  /^\/dist\/electron\/[\w.]+-[\w-]{8}\.js$/,
  /^\/dist\/electron\/native\/(linux|darwin|win32)-(x64|arm64)\.node$/,
  /^\/dist\/courses\/[a-z0-9-]+\.json$/,
  /^\/dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
];
const LOCKS = MACHINES.map((machine) => `/dist/electron/native/${machine}.node`);
const NEEDED = [
  '/package.json',
  '/LICENSE',
  '/dist/electron/main.js',
  '/dist/electron/trainer.js',
  '/dist/electron/stage.js',
  '/dist/electron/lines.js',
  '/dist/electron/texts.js',
  '/dist/electron/sql-wasm.wasm',
  '/dist/electron/preload.cjs',
  '/dist/renderer/index.html',
  '/dist/courses/csto.json',
  ...LOCKS,
];
/** States of a fuse in the wire: the characters 0 and 1. */
const OFF = 48;
const ON = 49;
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

/** What is wrong with a list of archive paths: files that must not be there, and needed ones that are not. */
export function faultsOfFiles(files) {
  return [
    ...files
      .filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))
      .map((file) => `${file} must not be shipped`),
    ...NEEDED.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
}

/** The system loads a lock from a file of its own, not from inside the archive. */
export const faultsOfLocks = (archive) =>
  LOCKS.filter((path) => !existsSync(`${archive}.unpacked${path}`)).map((path) => `${path} is not unpacked`);

/** Files (not folders) of an archive, with forward slashes. */
export function filesOf(archive) {
  const all = asar.listPackage(archive).map((path) => path.replaceAll('\\', '/'));
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}/`)));
}

/** Fuses of a packaged executable that do not stand as they should. */
export async function faultsOfFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(FUSES).flatMap(([name, wanted]) =>
    wire[FuseV1Options[name]] === (wanted ? ON : OFF) ? [] : [`fuse ${name} must be ${wanted ? 'on' : 'off'}`],
  );
}
