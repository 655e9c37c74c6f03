import { fileNameAt } from './journal-file.ts';
import type { Lines } from './journal-lines.ts';

/** The files that the writer would have made of these lines: rising numbers, and never an older month behind a newer one. */
export function laidOut(lines: Lines): Map<string, Buffer[]> {
  const byFile = new Map<string, Buffer[]>();
  let newest = '';
  for (const [, { event, bytes }] of [...lines].sort(([a], [b]) => a - b)) {
    const name = fileNameAt(event.at);
    if (name > newest) newest = name;
    const pieces = byFile.get(newest);
    if (pieces) pieces.push(bytes);
    else byFile.set(newest, [bytes]);
  }
  return byFile;
}
