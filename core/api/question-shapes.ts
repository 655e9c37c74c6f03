import { z } from 'zod';
import { MAX_NAME, MAX_TAGS } from '../domain/history/limits.ts';
import { COVERS, REGION_SHAPES } from '../domain/own-picture.ts';
import { LABEL_TASKS, QUESTION_LEVELS, type Question } from '../domain/question.ts';

const MAX_PARTS = 1_000;
const Text = z.string().max(20_000_000);
const Id = z.string().min(1).max(100_000);
const Both = z.object({ th: Text, en: Text });
const Accepted = z.object({ th: z.array(Text).max(MAX_PARTS), en: z.array(Text).max(MAX_PARTS) });
const Ids = z.array(Id).max(MAX_PARTS);
const Labelled = z.object({ id: Id, text: Both });
const Labels = z.array(Labelled).max(MAX_PARTS);
const Options = z.array(Labelled.extend({ why: Both.exactOptional() })).max(MAX_PARTS);
const IsoDate = z.string().regex(/^-?\d{1,6}(-\d\d(-\d\d)?)?$/);
const accents = z.literal('ignore').exactOptional();

/** What a learner writes of any question. */
const written = {
  prompt: Both,
  explanation: Both,
  hint: Both.exactOptional(),
  level: z.enum(QUESTION_LEVELS).exactOptional(),
  retired: z.literal(true).exactOptional(),
  passage: z.string().exactOptional(),
  reveals: Ids.exactOptional(),
  confuses: Ids.exactOptional(),
  evidence: Ids,
};
/** With where it stands. */
const placed = {
  ...{ ...written, id: Id, lessonId: z.string(), sectionId: z.string(), inline: z.boolean() },
  tags: z.array(z.string().min(1).max(MAX_NAME)).max(MAX_TAGS).exactOptional(),
};
const Blank = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text'), accept: Accepted, accents }),
  z.object({ as: z.literal('number'), answer: z.number() }),
  z.object({ as: z.literal('year'), answer: z.number() }),
  z.object({ as: z.literal('date'), answer: IsoDate }),
]);
const answers = z.record(Id, Id);
const Share = z.number().min(0).max(1);
const Region = Labelled.extend({
  shape: z.enum(REGION_SHAPES),
  points: z
    .array(z.tuple([Share, Share]))
    .min(2)
    .max(MAX_PARTS),
});
const Image = z.object({ file: Text, covers: z.enum(COVERS), regions: z.array(Region).max(MAX_PARTS) });

/** The ten kinds, over what all of them have. */
function kindsOver<B extends typeof written>(base: B) {
  const onPicture = { ...base, kind: z.literal('label'), picture: Id, image: Image.exactOptional() };
  const task = <T extends (typeof LABEL_TASKS)[number]>(name: T) => ({ ...onPicture, task: z.literal<T>(name) });
  return z.union([
    z.object({ ...base, kind: z.literal('card'), back: Both }),
    z.object({ ...base, kind: z.literal('cloze'), blanks: z.array(Blank).max(MAX_PARTS) }),
    z.object({ ...base, kind: z.enum(['choice', 'choices']), options: Options, answer: Ids }),
    z.object({ ...base, kind: z.literal('typed'), accept: Accepted, accents }),
    z.object({
      ...{ ...base, kind: z.literal('number'), answer: z.number(), tolerance: z.number().min(0) },
      unit: Both.exactOptional(),
    }),
    z.object({ ...base, kind: z.literal('date'), answer: IsoDate }),
    z.object({ ...base, kind: z.literal('order'), items: Labels }),
    z.object({ ...base, kind: z.literal('match'), left: Labels, right: Labels, answer: answers }),
    z.object({ ...task('name'), mark: Labelled, accept: Accepted, accents }),
    z.object({ ...task('name'), mark: Labelled, options: Options, answer: Ids }),
    z.object({ ...task('find'), marks: Labels, answer: Id }),
    z.object({ ...task('place'), marks: Labels, labels: Labels, answer: answers }),
  ]);
}

/** A question of the app's own kinds as a pack holds it: `domain/question.ts` says what each part means. */
export const QuestionShape = kindsOver(placed) satisfies z.ZodType<Question>;
/** The same while it is written: it stands nowhere yet. */
export const QuestionDraft = kindsOver(written);

const languages = z.array(z.enum(['th', 'en']));
export const QuestionContentShape = z.object({ kind: z.literal('question'), languages, question: QuestionShape });
