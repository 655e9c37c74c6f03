import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passageKeyOf, splitPassageKey } from './passage-key.ts';

it('a section is told from its key, whatever its ids are', () => {
  const id = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'ก', '/', '%', ' ', '#', '-') });
  fc.assert(
    fc.property(id, id, id, (courseId, lessonId, sectionId) => {
      const name = { courseId, lessonId, sectionId };
      expect(splitPassageKey(passageKeyOf(name))).toEqual(name);
      expect(passageKeyOf(name)).not.toMatch(/\s/);
    }),
  );
});

it.each(['p001', 'lesson/section', 'a/b/c/d', 'a//c', '%E0%A4%A/b/c', ''])('%j is no key of a section', (evidence) => {
  expect(splitPassageKey(evidence)).toBeNull();
});
