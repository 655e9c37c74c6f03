import { describe, expect, it } from 'vitest';
import { faceOf, type Asking } from './asking.ts';

const marks = ['kant', 'manas', 'osh'].map((id) => ({ id, name: id.toUpperCase() }));
const face = (id: string, asking?: Asking) => faceOf(marks.find((mark) => mark.id === id) ?? marks[0]!, marks, asking);
const all = new Set(['kant', 'manas', 'osh']);

describe('how a mark shows while its picture asks', () => {
  it('has its name and no number where nothing is asked', () => {
    expect(face('osh')).toEqual({ text: 'OSH', number: null, count: 3, isLit: false, verdict: null, canPick: false });
  });

  it('keeps a hidden name back and numbers the marks that can be pointed at', () => {
    expect(face('osh', { hidden: all, pickable: ['manas', 'osh'] })).toMatchObject({
      text: null,
      number: 2,
      count: 2,
      canPick: true,
    });
    expect(face('kant', { hidden: all, pickable: ['manas', 'osh'] })).toMatchObject({ number: null, canPick: false });
  });

  it('numbers the hidden ones where none can be pointed at', () => {
    expect(face('osh', { hidden: new Set(['osh']), lit: 'osh' })).toMatchObject({ number: 1, count: 1, isLit: true });
    expect(face('kant', { hidden: new Set(['osh']), lit: 'osh' })).toMatchObject({ text: 'KANT', isLit: false });
  });

  it('shows what was put on it instead of its name, with its verdict', () => {
    const asking: Asking = {
      hidden: all,
      pickable: ['kant', 'osh'],
      shown: new Map([['kant', 'Osh']]),
      verdicts: new Map([['kant', 'wrong']]),
    };
    expect(face('kant', asking)).toMatchObject({ text: 'Osh', verdict: 'wrong' });
    expect(face('osh', asking)).toMatchObject({ text: null, verdict: null });
  });
});
