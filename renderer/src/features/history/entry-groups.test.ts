import { expect, it } from 'vitest';
import { groupsOf } from './entry-groups.ts';
import type { HistoryEntry } from './history-days.svelte.ts';

const entry = (kind: HistoryEntry['kind'], device: string | null = null): HistoryEntry => ({
  ref: null,
  at: 0,
  kind,
  count: 1,
  about: null,
  device,
  undone: false,
  undoable: true,
});
const lengths = (...entries: HistoryEntry[]) => groupsOf(entries).map(({ length }) => length);
const read = entry('section-read');

it('tells three and more neighbours of one kind in one row, fewer each by itself', () => {
  expect(lengths(read, read, read, entry('setting'), read, read)).toEqual([3, 1, 1, 1]);
});

it('keeps apart what was done on another device, and what is no routine', () => {
  expect(lengths(read, read, entry('section-read', 'laptop'))).toEqual([1, 1, 1]);
  expect(lengths(entry('merge'), entry('merge'), entry('merge'))).toEqual([1, 1, 1]);
});
