import { describe, expect, it } from 'vitest';
import { href, parseRoute, propsOf, viewKey, type Route, sessionOf, withSession } from './address.ts';

describe('addresses', () => {
  it.each<Route>([
    { name: 'today' },
    { name: 'course', courseId: 'csto' },
    { name: 'lesson', courseId: 'csto', lessonId: 'at-a-glance', sectionId: 'two-names', highlightId: null },
    { name: 'lesson', courseId: 'csto', lessonId: 'at-a-glance', sectionId: 'two-names', highlightId: 'h1' },
    { name: 'marks', courseId: null },
    { name: 'review', courseId: null, lessonId: null },
    { name: 'review', courseId: 'a/b', lessonId: 'ก' },
    { name: 'glossary', courseId: 'csto', termId: 'odkb' },
    { name: 'pictures', courseId: 'csto', picture: 'bodies' },
    { name: 'data' },
    { name: 'ask', mode: 'practice', filter: '{"cardIds":["csto/gl-name"]}', courseId: null },
    { name: 'ask', mode: 'cram', filter: '{}', courseId: 'csto' },
    { name: 'deck', deckId: 'deck-0123456789abcdef', part: null },
    { name: 'deck', deckId: 'deck-0123456789abcdef', part: 'study' },
    { name: 'new-exam', courseId: 'deck-0123456789abcdef' },
    { name: 'card', cardId: 'anki/a%2Fb %23#0' },
    { name: 'card', cardId: 'csto/gl-name' },
  ])('$name stands in the address and comes back from it', (route) => {
    expect(parseRoute(href(route))).toEqual(route);
  });

  it.each(['', '#/nowhere', '#/%E0%A4%A', '#/toString'])('%s is Today', (hash) => {
    expect(parseRoute(hash)).toEqual({ name: 'today' });
  });

  it('a session stands behind the route, and changes nothing about it', () => {
    const named = withSession('#/review/a/b?session=old', 'review:csto:ก/?&1');
    expect([sessionOf(named), sessionOf('#/review'), sessionOf('#/review?session=')]).toEqual([
      'review:csto:ก/?&1',
      null,
      null,
    ]);
    expect(parseRoute(named)).toEqual({ name: 'review', courseId: 'a', lessonId: 'b' });
  });

  it('goes to the course where an address of a lesson names none, and leaves a part empty that another stands behind', () => {
    expect(parseRoute('#/lesson/csto')).toEqual({ name: 'course', courseId: 'csto' });
    expect(parseRoute('#/lesson')).toEqual({ name: 'course', courseId: null });
    const gap = { name: 'glossary', courseId: null, termId: 'odkb' } as const;
    expect(href(gap)).toBe('#/glossary//odkb');
    expect(parseRoute(href(gap))).toEqual(gap);
  });

  it('makes a view anew for another lesson, not for another section', () => {
    const at = (lessonId: string, sectionId: string | null) =>
      viewKey({ name: 'lesson', courseId: 'csto', lessonId, sectionId, highlightId: null });
    expect(at('one', 'a')).toBe(at('one', null));
    expect(at('one', 'a')).not.toBe(at('two', 'a'));
    expect(propsOf({ name: 'review', courseId: null, lessonId: 'one' })).toEqual({ courseId: null, lessonId: 'one' });
  });
});
