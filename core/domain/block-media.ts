import type { Block } from './course.ts';

/** Where the page gets a file of the learner's own by its name; null where it is missing. */
export type AddressOf = (name: string) => string | null;

/** Blocks that say where their files are. */
export const withAddresses = (blocks: readonly Block[], addressOf: AddressOf): Block[] =>
  blocks.map((block) => (block.kind === 'medium' ? { ...block, address: addressOf(block.name) } : block));
