import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isMarkedFolder, makeMarkedFolder, removeMarkedFolder } from './marked-folder.ts';
import { nodeFiles, type Files } from './files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-marked-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Its call number `at` to remove something, and all behind it, fail. */
function dyingAt(at: number): Files {
  let calls = 0;
  const remove = (path: string) => {
    if (++calls >= at) throw new Error('killed');
    nodeFiles.remove(path);
  };
  return { ...nodeFiles, remove };
}

it.each([1, 2, 3, 4])('bug: a folder of ours whose removal was cut short (at %i) stayed for ever', (at) => {
  const folder = makeMarkedFolder(nodeFiles, join(root, 'unpacked'));
  for (const name of ['.a', 'data', 'z']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'file'), 'x');
  }
  expect(() => removeMarkedFolder(dyingAt(at), folder)).toThrow('killed');
  expect(isMarkedFolder(nodeFiles, folder)).toBe(true);
  removeMarkedFolder(nodeFiles, folder);
  expect(readdirSync(root)).toEqual([]);
  removeMarkedFolder(nodeFiles, folder);
});
