import { describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { Passages } from './passages.ts';

const both = (text: string) => ({ th: text, en: text });
const section = (id: string, ...evidence: string[]) => ({ id, heading: both(`heading ${id}`), evidence });
const course = {
  paragraphs: ['p001', 'p002', 'p003'].map((id) => ({ id, gist: both(`gist ${id}`) })),
  lessons: [
    { id: 'one', sections: [section('a', 'p001'), section('b', 'p002', 'p001')] },
    { id: 'two', sections: [section('c'), section('d', 'p001'), section('e', 'p001')] },
  ],
} as unknown as Course;

describe('Passages', () => {
  const passages = new Passages(course);

  it('leads to the first section that teaches it, of the lesson it is asked from where that has one', () => {
    expect(passages.evidence('', 'p001')).toEqual({
      id: 'p001',
      gist: both('gist p001'),
      section: { lessonId: 'one', sectionId: 'a', heading: both('heading a') },
    });
    expect(passages.evidence('two', 'p001').section).toMatchObject({ lessonId: 'two', sectionId: 'd' });
    expect(passages.evidence('two', 'p002').section).toMatchObject({ lessonId: 'one', sectionId: 'b' });
  });

  it('has no section for a passage that no lesson teaches, and no words for one that is not there', () => {
    expect(passages.evidence('one', 'p003')).toEqual({ id: 'p003', gist: both('gist p003'), section: null });
    expect(passages.evidence('one', 'p999')).toEqual({ id: 'p999', gist: both(''), section: null });
  });
});
