import type { Files, Found } from './files.ts';

/** What stands at a path itself, not what a link there leads to; null where nothing is. */
export const kindAt = (files: Files, path: string): Found['kind'] | null => files.found(path)?.kind ?? null;
