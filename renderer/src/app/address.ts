/** Where the learner is. Everything needed to come back to it stands in the address. */
export type Route =
  | { readonly name: 'today' }
  | { readonly name: 'course'; readonly courseId: string | null }
  | { readonly name: 'lesson'; readonly courseId: string; readonly lessonId: string; readonly sectionId: string | null }
  /** `lessonId` null: whatever is due. */
  | { readonly name: 'review'; readonly courseId: string | null; readonly lessonId: string | null }
  | { readonly name: 'settings' }
  | { readonly name: 'history' }
  /** Backups, restoring, merging, exporting, checking. */
  | { readonly name: 'data' }
  /** `courseId` null: the first course. */
  | { readonly name: 'glossary'; readonly courseId: string | null; readonly termId: string | null }
  | {
      readonly name: 'pictures';
      readonly courseId: string | null;
      readonly picture: Picture;
    };

export const PICTURES = ['timeline', 'bodies', 'members', 'figures'] as const;
export type Picture = (typeof PICTURES)[number];

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
    case 'history':
    case 'data':
      return { name };
    case 'glossary':
      return { name, courseId: first ?? null, termId: second ?? null };
    case 'pictures':
      return { name, courseId: first ?? null, picture: pictureOf(second) };
    default:
      return { name: 'today' };
  }
}

/** The address fragment of a route. */
export function href(route: Route): string {
  const given = partsOf(route).filter((part) => part !== null);
  return `#/${[route.name, ...given.map(encodeURIComponent)].join('/')}`;
}

export const lessonHref = (courseId: string, lessonId: string, sectionId: string | null = null): string =>
  href({ name: 'lesson', courseId, lessonId, sectionId });
export const courseHref = (courseId: string): string => href({ name: 'course', courseId });
export const reviewHref = (courseId: string | null = null, lessonId: string | null = null): string =>
  href({ name: 'review', courseId, lessonId });

export const glossaryHref = (courseId: string | null, termId: string | null = null): string =>
  href({ name: 'glossary', courseId, termId });
export const pictureHref = (courseId: string | null, picture: Picture = 'timeline'): string =>
  href({ name: 'pictures', courseId, picture });

function partsOf(route: Route): (string | null)[] {
  switch (route.name) {
    case 'course':
      return [route.courseId];
    case 'lesson':
      return [route.courseId, route.lessonId, route.sectionId];
    case 'review':
      return [route.courseId, route.lessonId];
    case 'glossary':
      return route.courseId === null ? [] : [route.courseId, route.termId];
    case 'pictures':
      return route.courseId === null ? [] : [route.courseId, route.picture];
    default:
      return [];
  }
}

const pictureOf = (part: string | undefined): Picture => PICTURES.find((picture) => picture === part) ?? 'timeline';

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    return undefined;
  }
}
