import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import initSqlJs, { type SqlJsStatic } from 'sql.js';

const WASM = 'sql-wasm.wasm';

/** SQLite's program: beside this module where the app is built, else where the package lies. */
function wasmFile(): string {
  const beside = fileURLToPath(new URL(WASM, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`sql.js/dist/${WASM}`);
}

/** SQLite in memory. It is loaded on first use, once. */
export async function sqliteEngine(): Promise<SqlJsStatic> {
  const wasm = readFileSync(wasmFile());
  return initSqlJs({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer });
}
