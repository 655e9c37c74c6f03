import { z } from 'zod';

type ExactlyOptional<S extends z.ZodRawShape> = { [K in keyof S]: z.ZodExactOptional<S[K]> };

/** Any of the fields may be left out; `undefined` is no value for them. */
export function exactlyOptional<S extends z.ZodRawShape>(shape: S): ExactlyOptional<S> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [key, z.exactOptional(value)]),
  ) as ExactlyOptional<S>;
}
