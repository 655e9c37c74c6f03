import { href } from '../../app/address.ts';

export const PICTURES = ['timeline', 'bodies', 'members', 'figures'] as const;
export type Picture = (typeof PICTURES)[number];

/** The picture an address names; the timeline where it names none. */
export const pictureOf = (part: string | null): Picture => PICTURES.find((picture) => picture === part) ?? 'timeline';

export const pictureHref = (courseId: string, picture: Picture): string =>
  href({ name: 'pictures', courseId, picture });
