import { z } from 'zod';
import { exactlyOptional } from '../domain/history/exactly-optional.ts';
import { StudyOptionsShape } from '../domain/history/settings-schema.ts';
import { define, Done } from './define.ts';
import * as shape from './shapes.ts';

const Options = z.strictObject(StudyOptionsShape.shape);
/** Some of the options; the others are as further out. */
const SomeOptions = z.strictObject(exactlyOptional(StudyOptionsShape.shape));

type Shape = typeof StudyOptionsShape.shape;
type Changes = { [K in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[K]>> };
/** Options to change: null takes one back, so that it is as further out again. */
const CHANGES = Object.fromEntries(
  Object.entries(StudyOptionsShape.shape).map(([key, value]) => [key, z.nullable(value).optional()]),
) as Changes;

const PresetId = shape.Id;
const PresetName = z.string().trim().min(1).max(100);

const CourseOptions = z.strictObject({
  courseId: z.string(),
  /** The preset it uses, where that is still there. */
  preset: PresetId.nullable(),
  /** What the course says itself. */
  own: SomeOptions,
  /** What holds for it: its own options, before those of its preset, before the settings. */
  options: Options,
});

/** Options that several courses share, and those of one course. */
export const presetMethods = {
  'preset.list': define(
    z.strictObject({}),
    z.strictObject({
      presets: z.array(
        z.strictObject({
          id: PresetId,
          name: z.string(),
          options: SomeOptions,
          /** Courses that use it and are there. */
          courses: z.array(z.strictObject({ id: z.string(), title: shape.Bilingual })),
        }),
      ),
    }),
  ),
  /** Makes a preset, or changes the one that is named. */
  'preset.set': define(
    z
      .strictObject({ id: PresetId.optional(), name: PresetName.optional(), set: z.strictObject(CHANGES) })
      .refine(({ id, name }) => id !== undefined || name !== undefined, { path: ['name'] }),
    z.strictObject({ id: PresetId }),
  ),
  /** Its courses are studied by their own options and the settings from then on. */
  'preset.remove': define(z.strictObject({ id: PresetId }), Done),
  'course.options': define(shape.CourseId, CourseOptions),
  /** `preset: null`: it uses none. */
  'course.setOptions': define(
    z.strictObject({
      courseId: shape.Id,
      set: z.strictObject({ preset: PresetId.nullable().optional(), ...CHANGES }),
    }),
    CourseOptions,
  ),
} as const;
