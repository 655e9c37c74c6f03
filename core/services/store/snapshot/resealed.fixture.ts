import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Changes a snapshot's document and seals it again, as an app would that writes it so. */
export function resealed(path: string, change: (document: Record<string, unknown>) => void): void {
  const document = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  delete document['sha256'];
  change(document);
  const begin = JSON.stringify(document, null, 2).replace(/\n\}$/, '');
  writeFileSync(path, `${begin},\n  "sha256": "${createHash('sha256').update(begin).digest('hex')}"\n}\n`);
}
