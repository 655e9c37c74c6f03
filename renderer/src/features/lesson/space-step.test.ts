import { describe, expect, it } from 'vitest';
import { spaceStep } from './space-step.ts';

const page = { scrollY: 0, windowHeight: 1000, pageHeight: 3000, waiting: [] as number[] };

describe('Space in a lesson', () => {
  it('pages down through the text, and goes on only from its end', () => {
    expect(spaceStep(page)).toEqual({ scrollTo: 850 });
    expect(spaceStep({ ...page, scrollY: 1700 })).toEqual({ scrollTo: 2000 });
    expect(spaceStep({ ...page, scrollY: 2000 })).toBe('continue');
    expect(spaceStep({ ...page, scrollY: 1999.5 })).toBe('continue');
  });

  it('passes no question that is open: it stops where the question is in sight, then goes to it', () => {
    const waiting = [1500, 2600];
    expect(spaceStep({ ...page, waiting })).toEqual({ scrollTo: 850 });
    expect(spaceStep({ ...page, scrollY: 850, waiting })).toBe('question');
    expect(spaceStep({ ...page, scrollY: 850, waiting: [2600] })).toEqual({ scrollTo: 1700 });
    expect(spaceStep({ ...page, scrollY: 400, waiting: [1420] })).toEqual({ scrollTo: 1250 });
    expect(spaceStep({ ...page, scrollY: 2000, waiting: [2990] })).toBe('question');
  });

  it('a section that fits into the window goes to its question, then on', () => {
    const short = { ...page, pageHeight: 900 };
    expect(spaceStep({ ...short, waiting: [500] })).toBe('question');
    expect(spaceStep(short)).toBe('continue');
  });
});
