import { afterAll, vi } from 'vitest';

/** A view that a test led to may still be fetched when the last test ends: what comes after that has no page to come to. */
afterAll(() => vi.dynamicImportSettled());
