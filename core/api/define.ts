import { z } from 'zod';

/** One method: what goes in and what comes out. */
export const define = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
export const Empty = z.strictObject({});
export const Done = z.strictObject({ done: z.literal(true) });
/** 0 none, 1 to 7. */
export const CARD_FLAGS = z.int().min(0).max(7);
