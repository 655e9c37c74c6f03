import { z } from 'zod';
import { NOTICE_CODES } from '../domain/notices.ts';
import { authoringMethods } from './authoring-methods.ts';
import { cardMethods } from './card-methods.ts';
import { checkMethods } from './check-methods.ts';
import { courseMethods } from './course-methods.ts';
import { dataMethods } from './data-methods.ts';
import { define, Empty } from './define.ts';
import { examMethods } from './exam-methods.ts';
import { faceMethods } from './face-methods.ts';
import { highlightMethods } from './highlight-methods.ts';
import { lessonMethods } from './lesson-methods.ts';
import { libraryMethods } from './library-methods.ts';
import { memoryMethods } from './memory-methods.ts';
import { noteMethods } from './note-methods.ts';
import { noteTypeMethods } from './note-type-methods.ts';
import { parameterMethods } from './parameter-methods.ts';
import { presetMethods } from './preset-methods.ts';
import { planMethods } from './plan-methods.ts';
import { searchMethods } from './search-methods.ts';
import { simulationMethods } from './simulation-methods.ts';
import * as shape from './shapes.ts';
import { statsMethods } from './stats-methods.ts';
import { studyMethods } from './study-methods.ts';
import { syncMethods } from './sync-methods.ts';

/** The whole surface between interface and host. A new feature starts with a line here. */
export const contract = {
  /** Who is there: version, shell, data folder, and what the store mended at start. */
  'app.info': define(
    Empty,
    z.strictObject({
      version: z.string(),
      shell: z.enum(['electron', 'web', 'cli']),
      dataFolder: z.string(),
      canOpenFolder: z.boolean(),
      /** Has the shell a dialog to choose files and folders? */
      canChoosePath: z.boolean(),
      /** Can the shell save what is shown as a PDF? A browser prints by itself. */
      canSavePdf: z.boolean(),
      now: shape.EpochMs,
      notices: z.array(
        z.strictObject({
          code: z.enum(NOTICE_CODES),
          count: z.int(),
          /** First and last study day it is about, where it is about days. */
          days: z.strictObject({ from: z.int(), to: z.int() }).optional(),
          /** Paths below the data folder, where single files are meant. */
          files: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
  /** Saves what the page prints as a PDF, where the learner wants it. `name` is proposed for the file; `saved` false: they gave it up. */
  'app.savePdf': define(
    z.strictObject({ name: z.string().regex(/^[^<>:"/\\|?*\p{Cc}]{1,120}$/u) }),
    z.strictObject({ saved: z.boolean() }),
  ),
  ...dataMethods,
  ...courseMethods,
  ...authoringMethods,
  ...cardMethods,
  ...libraryMethods,
  ...faceMethods,
  ...noteMethods,
  ...noteTypeMethods,
  ...lessonMethods,
  ...highlightMethods,
  ...studyMethods,
  ...memoryMethods,
  ...statsMethods,
  ...parameterMethods,
  ...simulationMethods,
  ...presetMethods,
  ...examMethods,
  ...planMethods,
  ...checkMethods,
  ...searchMethods,
  ...syncMethods,
  'settings.get': define(Empty, shape.SettingsShape),
  'settings.set': define(shape.SettingsShape.partial(), shape.SettingsShape),
} as const;

type Contract = typeof contract;
export type Method = keyof Contract;
/** What a caller sends; `Input` is what it has become when the router has let it through. */
export type Sent<M extends Method> = z.input<Contract[M]['input']>;
export type Input<M extends Method> = z.infer<Contract[M]['input']>;
export type Output<M extends Method> = z.infer<Contract[M]['output']>;
export type Handlers = { [M in Method]: (input: Input<M>) => Promise<Output<M>> };
export const isMethod = (name: unknown): name is Method => typeof name === 'string' && Object.hasOwn(contract, name);

export type CardView = z.infer<typeof shape.CardView>;
export type Outcome = z.infer<typeof shape.Outcome>;
export type Evidence = z.infer<typeof shape.Evidence>;
export type ShownPassage = z.infer<typeof shape.ShownPassage>;
export type SessionProgress = z.infer<typeof shape.Progress>;
export type Deed = z.infer<typeof shape.Deed>;
export type Mastery = z.infer<typeof shape.Mastery>;
