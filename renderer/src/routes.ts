/** Where the learner is. Everything needed to come back to it stands in the address. */
export type Route =
  | { readonly name: 'today' }
  | { readonly name: 'course'; readonly courseId: string | null }
  | { readonly name: 'lesson'; readonly courseId: string; readonly lessonId: string; readonly sectionId: string | null }
  /** `lessonId` null: whatever is due. */
  | { readonly name: 'review'; readonly courseId: string | null; readonly lessonId: string | null }
  | { readonly name: 'settings' };

/** The route of an address fragment; anything unknown is Today. */
export function parseRoute(hash: string): Route {
  const [name, first, second, third] = hash.replace(/^#\/?/, '').split('/').map(decode);
  switch (name) {
    case 'course':
      return { name, courseId: first ?? null };
    case 'lesson':
      if (first && second) return { name, courseId: first, lessonId: second, sectionId: third ?? null };
      return { name: 'course', courseId: first ?? null };
    case 'review':
      return { name, courseId: first ?? null, lessonId: second ?? null };
    case 'settings':
      return { name };
    default:
      return { name: 'today' };
  }
}

/** The address fragment of a route. */
export function href(route: Route): string {
  const parts: (string | null)[] =
    route.name === 'course'
      ? [route.courseId]
      : route.name === 'lesson'
        ? [route.courseId, route.lessonId, route.sectionId]
        : route.name === 'review'
          ? [route.courseId, route.lessonId]
          : [];
  const given = parts.filter((part) => part !== null);
  return `#/${[route.name, ...given.map(encodeURIComponent)].join('/')}`;
}

export const lessonHref = (courseId: string, lessonId: string, sectionId: string | null = null): string =>
  href({ name: 'lesson', courseId, lessonId, sectionId });
export const courseHref = (courseId: string): string => href({ name: 'course', courseId });
export const reviewHref = (courseId: string | null = null, lessonId: string | null = null): string =>
  href({ name: 'review', courseId, lessonId });

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    return undefined;
  }
}
