import type { Bilingual, Labelled } from './question.ts';

/** What the picture of a label question is called that has one of its own. */
export const OWN_PICTURE = 'own';
export const REGION_SHAPES = ['rect', 'ellipse', 'polygon'] as const;
/** What is hidden while the question is open: every place, those alone that are asked, or none, whose outlines are shown then. */
export const COVERS = ['all', 'asked', 'none'] as const;

/** A place on a picture. */
export interface Region extends Labelled {
  readonly shape: (typeof REGION_SHAPES)[number];
  /** Shares of the picture's width and height, 0 to 1: two opposite corners of what a rectangle or ellipse fills, or all corners of a polygon. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A picture of the learner's own that a question is asked on. */
export interface OwnPicture {
  /** Name of the file, as notes call it. */
  readonly file: string;
  readonly covers: (typeof COVERS)[number];
  /** Each can be asked; ids are unique. */
  readonly regions: readonly Region[];
}

/** Upper left corner and size of the rectangle that a region lies in, as shares of the picture. */
export function boxOfRegion({ points }: Pick<Region, 'points'>) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** What a question on a picture asks for, of its regions. */
export type RegionTask = 'name' | 'find' | 'place';

/**
 * The parts of a label question that its regions make: names are typed, places pointed at, or labels put onto them.
 * @param asked id of the region that is named or found @param also what else is accepted as its name
 */
export function askedOnRegions(
  regions: readonly Region[],
  task: RegionTask,
  asked: string,
  also: { readonly th: readonly string[]; readonly en: readonly string[] },
) {
  const marks = regions.map(({ id, text }) => ({ id, text }));
  const mark = marks.find(({ id }) => id === asked) ?? { id: asked, text: NO_NAME };
  switch (task) {
    case 'name':
      return { task, mark, accept: { th: named(mark.text.th, also.th), en: named(mark.text.en, also.en) } };
    case 'find':
      return { task, marks, answer: asked };
    case 'place':
      return {
        ...{ task, marks },
        labels: marks.map(({ text }, at) => ({ id: `l${at + 1}`, text })),
        answer: Object.fromEntries(marks.map(({ id }, at) => [id, `l${at + 1}`])),
      };
  }
}

const NO_NAME: Bilingual = { th: '', en: '' };
const named = (name: string, also: readonly string[]): string[] => [
  ...new Set([name, ...also].filter((text) => text !== '')),
];
