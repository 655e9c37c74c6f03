import { z } from 'zod';
import * as shape from './shapes.ts';

/** As docs/query.md has it; '' finds every card. What can not be understood is `bad-query`, with `reason`, `at` and `length`. */
export const QueryText = z.string().max(2_000);
export const WithinCourse = { courseId: shape.Id.exactOptional() };

/** Cards of a query, within a course or deck where one is named; or cards one by one. */
export const Chosen = z.union([
  z.strictObject({ query: QueryText, ...WithinCourse }),
  z.strictObject({ cardIds: z.array(shape.CardId).min(1).max(10_000) }),
]);
