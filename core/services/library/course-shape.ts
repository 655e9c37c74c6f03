import { z } from 'zod';
import { QuestionShape } from '../../api/question-shapes.ts';
import { PARAGRAPH_KINDS, type Block, type Course, type Inline } from '../../domain/course.ts';
import { PicturesShape } from './pictures-shape.ts';

const Text = z.string().max(4_000_000);
const Id = z.string().min(1).max(200);
const Both = z.object({ th: Text, en: Text });
const list = <T extends z.ZodType>(part: T) => z.array(part).max(20_000);
const Ids = list(Id);

const InlineShape: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal('text'), text: Text }),
    z.object({ kind: z.enum(['strong', 'em']), children: Line }),
    z.object({ kind: z.literal('term'), termId: Id, children: Line }),
    z.object({ kind: z.literal('cite'), paragraphs: Ids }),
  ]),
);
const Line = list(InlineShape);
const BlockShape: z.ZodType<Block> = z.union([
  z.object({ kind: z.enum(['paragraph', 'quote']), children: Line }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: list(Line) }),
  z.object({ kind: z.literal('table'), head: Line.array(), rows: list(list(Line)) }),
  z.object({ kind: z.literal('picture'), picture: Id, focus: Ids, children: Line }),
  // Where it is to be got is said when it is shown, never by a file.
  z.object({ kind: z.literal('medium'), name: Id, children: Line }),
]);
const SectionShape = z.object({
  ...{ id: Id, heading: Both, text: Both, evidence: Ids },
  blocks: z.object({ th: list(BlockShape), en: list(BlockShape) }),
});
const LessonShape = z.object({
  ...{ id: Id, number: z.int().min(1), title: Both, subtitle: Both, objectives: list(Both), summary: list(Both) },
  ...{ requires: Ids, sections: list(SectionShape), questions: list(QuestionShape) },
});
const ExamShape = z.object({
  ...{ questions: z.int().min(1), minutes: z.int().min(1), aboveRecall: z.number().min(0).max(1).exactOptional() },
  parts: list(z.object({ title: Both.exactOptional(), lessons: Ids, weight: z.number().positive() })),
});

/** A compiled course as a pack holds it: `domain/course.ts` says what each part means. */
export const CourseShape = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  ...{ title: Both, source: Both, lessons: list(LessonShape).max(500) },
  languages: z.array(z.enum(['th', 'en'])).exactOptional(),
  paragraphs: list(
    z.object({
      ...{ id: Id, gist: Both, kind: z.enum(PARAGRAPH_KINDS), dates: list(Id), figures: list(z.number()) },
      voice: Id.exactOptional(),
    }),
  ),
  glossary: list(
    z.object({
      ...{ id: Id, term: Both, abbr: Text.exactOptional(), meaning: Both, evidence: Ids },
      inSource: z.object({ as: Text, note: Both }).exactOptional(),
      questions: list(QuestionShape).exactOptional(),
    }),
  ),
  voices: list(
    z.object({ id: Id, name: Both, about: Both, within: Id.exactOptional(), paragraphs: Ids }),
  ).exactOptional(),
  exam: ExamShape.exactOptional(),
  pictures: PicturesShape.nullable(),
}) satisfies z.ZodType<Course>;
