import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { askHref } from '../app/address.ts';
import { ByCourse } from './by-course.ts';

export type MemoryMapOf = Output<'memory.map'>;
export type Mark = MemoryMapOf['lessons'][number]['cards'][number];

/** The memory map of each course. */
export class MemoryMaps extends ByCourse<MemoryMapOf> {
  constructor({ call }: { readonly call: Client }) {
    super((courseId) => call('memory.map', { courseId }));
  }
}

/** Asks one question: where it is due its answer counts, otherwise it is practice. */
export const markHref = ({ cardId, isDue }: Pick<Mark, 'cardId' | 'isDue'>): string =>
  askHref(isDue ? 'review' : 'practice', { cardIds: [cardId] });
