import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from './files.ts';
import { OpenFile } from './open-file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jamdai-open-file-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CONTENT = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 31) % 251));

it('gives any part of a file, however it lies to the part before, and opens it once', () => {
  const path = join(folder, 'file');
  writeFileSync(path, CONTENT);
  const opened: number[] = [];
  const files = {
    ...nodeFiles,
    open: (...args: Parameters<typeof nodeFiles.open>) => opened.push(nodeFiles.open(...args)) && opened.at(-1)!,
  };
  const file = new OpenFile(files, path);
  const parts = [
    [10, 20],
    [12, 40_000],
    [39_990, 40_010],
    [0, 3],
    [49_990, 50_020],
    [50_000, 50_010],
    [7, 7],
  ] as const;
  for (const [from, to] of parts) expect(file.part(from, to).equals(CONTENT.subarray(from, to)), `${from}`).toBe(true);
  expect(opened).toHaveLength(1);
  file.close();
  file.close();
  expect(() => nodeFiles.size(opened[0]!)).toThrow(expect.objectContaining({ code: 'EBADF' }));
  expect(file.part(0, 2).equals(CONTENT.subarray(0, 2))).toBe(true);
  expect(opened).toHaveLength(2);
  file.close();
});

it('says that a file is missing', () => {
  expect(() => new OpenFile(nodeFiles, join(folder, 'none')).part(0, 1)).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});
