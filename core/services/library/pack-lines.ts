import { z } from 'zod';
import type { Frozen } from '../../domain/frozen.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Note } from '../../domain/note/note.ts';
import { QuestionContentShape } from '../../api/question-shapes.ts';
import { CourseShape } from './course-shape.ts';

/** What the lines of a pack hold, in this order: one header, a course where it is the pack of one, types, decks, presets, notes, media, one end. See docs/data.md. */

const Text = z.string().max(20_000_000);
const Name = z.string().max(100_000);
const At = z.number().min(-8.64e15).max(8.64e15);
const Place = z.int().min(0).max(0xffff_fffe);

const Header = z.object({
  pack: z.literal(1),
  /** What it came from. */
  source: z.object({ format: Name, sha256: z.string() }),
});
const CourseLine = z.object({
  course: CourseShape,
  /** The texts it was made of, by their paths in its folder. */
  files: z.array(z.tuple([Name.min(1), Text])).max(20_000),
});
const TypeLine = z.object({
  id: Name,
  name: Name,
  kind: z.enum(['standard', 'cloze']),
  stock: z.literal('image-occlusion').exactOptional(),
  fields: z
    .array(
      z.object({
        name: Name,
        isRightToLeft: z.literal(true).exactOptional(),
        font: Name.exactOptional(),
        sizePx: z.number().exactOptional(),
      }),
    )
    .min(1),
  templates: z.array(z.object({ name: Name, front: Text, back: Text })).min(1),
  css: Text,
  sortField: z.int().min(0),
  latex: z.object({ before: Text, after: Text }).exactOptional(),
}) satisfies z.ZodType<NoteType>;
const DeckLine = z.object({
  id: Name,
  name: Name.min(1),
  description: Text.exactOptional(),
  presetId: Name.exactOptional(),
  isFiltered: z.literal(true).exactOptional(),
});
const Minutes = z.array(z.number());
const PresetLine = z.object({
  id: Name,
  name: Name,
  newPerDay: z.number().exactOptional(),
  reviewsPerDay: z.number().exactOptional(),
  learningStepsMin: Minutes.exactOptional(),
  relearningStepsMin: Minutes.exactOptional(),
  maximumIntervalDays: z.number().exactOptional(),
  retention: z.number().exactOptional(),
  leechLapses: z.number().exactOptional(),
  weights: z.array(z.number()).exactOptional(),
});
const MediaLine = z.object({ name: Name.min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) });

const NoteLine = z.object({
  /** Of `noteKeyOf`. */
  key: Name,
  /** As the file calls it. */
  id: Name,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fields'), typeId: Name, fields: z.array(Text) }),
    QuestionContentShape,
  ]),
  tags: z.array(Name),
  createdAt: At,
  modifiedAt: At,
  /** Ordinal, and place of the deck among the decks of the pack. */
  cards: z.array(z.tuple([Place, Place])),
}) satisfies z.ZodType<Note & { key: string }>;
const End = z.object({ notes: z.int().min(0), cards: z.int().min(0), media: z.int().min(0) });

const LINES = {
  header: Header,
  course: CourseLine,
  type: TypeLine,
  deck: DeckLine,
  preset: PresetLine,
  note: NoteLine,
  media: MediaLine,
  end: End,
} as const;
type Lines = typeof LINES;
export type LineKind = keyof Lines;
export type LineOf<K extends LineKind> = Frozen<z.infer<Lines[K]>>;
export type PackNote = LineOf<'note'>;
export type PackMedia = LineOf<'media'>;
export type PackLine = { [K in LineKind]: { readonly kind: K; readonly line: LineOf<K> } }[LineKind];

/** With the line's end. */
export const textOfPackLine = <K extends LineKind>(kind: K, line: LineOf<K>): string =>
  `${JSON.stringify([kind, line])}\n`;

/** @throws SyntaxError, ZodError, RangeError where the line is none of a pack */
export function decodePackLine(bytes: Buffer): PackLine {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(value) || value.length !== 2 || !Object.hasOwn(LINES, String(value[0])))
    throw new RangeError('no line of a pack');
  const kind = value[0] as LineKind;
  return { kind, line: LINES[kind].parse(value[1]) } as PackLine;
}
