import { describe, expect, it } from 'vitest';
import { eventRefOf } from '../ids.ts';
import { voidedBy, type Negation } from './voided.ts';

const undo = (seq: number, ...of: number[]): Negation => ({
  device: 'd',
  seq,
  order: seq,
  of: of.map((ref) => eventRefOf('d', ref)),
  undo: true,
});
const correction = (seq: number, of: number): Negation => ({
  device: 'd',
  seq,
  order: seq,
  of: [eventRefOf('d', of)],
  undo: false,
});
const voided = (...negations: Negation[]) => [...voidedBy(negations).events].sort();

describe('voidedBy', () => {
  it('takes back what an undo or a correction names', () => {
    expect(voided()).toEqual([]);
    expect(voided(undo(2, 1))).toEqual(['d:1']);
    expect(voided(correction(2, 1))).toEqual(['d:1']);
  });

  it('brings back what an undone undo or an undone correction had taken', () => {
    expect(voided(undo(2, 1), undo(3, 2))).toEqual(['d:2']);
    expect(voided(correction(2, 1), undo(3, 2))).toEqual(['d:2']);
  });

  it('does not count the first answer again when its correction is corrected in turn', () => {
    expect(voided(correction(2, 1), correction(3, 2))).toEqual(['d:1', 'd:2']);
    expect(voided(correction(2, 1), correction(3, 2), undo(4, 3))).toEqual(['d:1', 'd:3']);
    expect(voided(correction(2, 1), correction(3, 2), undo(4, 3), undo(5, 2))).toEqual(['d:2', 'd:3']);
  });

  it('does not mind the order they are given in', () => {
    expect(voided(undo(4, 3), correction(2, 1), correction(3, 2))).toEqual(['d:1', 'd:3']);
  });
});
