import type { Block } from './course.ts';

/** Where the page gets a file by its name: of a course that was brought in its own, else of the learner's; null where it is missing. */
export type AddressOf = (name: string, courseId?: string) => string | null;

/** Blocks that say where their files are. */
export const withAddresses = (blocks: readonly Block[], addressOf: AddressOf, courseId?: string): Block[] =>
  blocks.map((block) => (block.kind === 'medium' ? { ...block, address: addressOf(block.name, courseId) } : block));
