import { z } from 'zod';
import type { Response } from '../question.ts';
import * as limits from './limits.ts';

const Text = z.string().max(limits.MAX_TEXT);
/** What the learner gave, as an event keeps it. */
export const ResponseShape = z.union([
  Text,
  z.array(Text).max(limits.MAX_PARTS),
  z.record(Text, Text).refine((map) => Object.keys(map).length <= limits.MAX_PARTS),
]) satisfies z.ZodType<Response>;
