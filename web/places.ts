import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built programs stand in dist/node; the rest of dist/ is beside them. */
const DIST = dirname(dirname(fileURLToPath(import.meta.url)));

export const COURSES_DIR = join(DIST, 'courses');
export const RENDERER_DIR = join(DIST, 'renderer');

export const version = (): string =>
  (JSON.parse(readFileSync(join(dirname(DIST), 'package.json'), 'utf8')) as { version: string }).version;
