import { sectionText } from './block-texts.ts';
import type { Lesson } from './course.ts';
import type { HighlightColour } from './highlight-colours.ts';
import { recordsOf, type Records } from './history/records.ts';
import type { LessonKey } from './ids.ts';
import type { Range } from './text/found-ranges.ts';
import { rangeOf, type QuoteAnchor } from './text/quote-anchor.ts';

/** A passage of a lesson that the learner marked. */
export interface Highlight extends QuoteAnchor {
  readonly id: string;
  readonly courseId: string;
  readonly lessonId: string;
  /** The section it stood in when it was marked. */
  readonly sectionId: string;
  readonly language: 'th' | 'en';
  readonly colour: HighlightColour;
  /** What the learner wrote at it; empty where nothing. */
  readonly note: string;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** Where a highlight stands in the lesson as it is now. */
export interface HighlightPlace {
  readonly sectionId: string;
  /** In the section's text: `block-texts.ts`. */
  readonly range: Range;
}

/** All that are not removed, in no order. Of one whose making was taken back there is none, whatever was changed in it. */
export function highlightsOf(progress: { readonly records: Records }): Highlight[] {
  return recordsOf(progress, 'highlight').flatMap(([id, record]) => {
    const { lesson, section, language, quote, createdAt, removed } = record;
    if (removed || !lesson || !section || !language || !quote || createdAt === undefined) return [];
    const { before = '', after = '', place = 0, colour = 'amber', note = '' } = record;
    return [
      {
        ...{ id, ...lessonIn(lesson), sectionId: section, language, quote, before, after, place },
        ...{ colour, note, createdAt },
      },
    ];
  });
}

function lessonIn(key: LessonKey): { courseId: string; lessonId: string } {
  const slash = key.indexOf('/');
  return { courseId: key.slice(0, slash), lessonId: key.slice(slash + 1) };
}

/** Its own section comes first; a new edition may have moved the passage into another one. Null: its words are not in the lesson any more. */
export function placeOf({ sections }: Pick<Lesson, 'sections'>, highlight: Highlight): HighlightPlace | null {
  const own = sections.filter(({ id }) => id === highlight.sectionId);
  for (const { id, blocks } of [...own, ...sections]) {
    const range = rangeOf(sectionText(blocks[highlight.language]), highlight);
    if (range) return { sectionId: id, range };
  }
  return null;
}
