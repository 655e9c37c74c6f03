// The first load of the interface: all JavaScript and CSS that index.html names, and what those import at once, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 150;
const ROOT = 'dist/renderer';

/** Files a page needs before it shows anything, by following static imports from index.html. */
export function firstLoad(root) {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(`${root}/${path}`, 'utf8');
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    for (const [, name] of code.matchAll(/\b(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(`${folder}${name}`);
  };
  const html = readFileSync(`${root}/index.html`, 'utf8');
  for (const [, path] of html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)) visit(path);
  return [...found];
}

const files = firstLoad(ROOT);
const kb = files.reduce((sum, path) => sum + gzipSync(readFileSync(`${ROOT}/${path}`)).length, 0) / 1000;
const hasScript = files.some((path) => path.endsWith('.js'));
console.log(`first load: ${kb.toFixed(1)} kB gzip of ${LIMIT_KB} (${files.length} files)`);
process.exitCode = kb <= LIMIT_KB && hasScript ? 0 : 1;
