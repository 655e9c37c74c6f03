/** Is a code one of those that have words? What a newer version wrote may hold others. */
export const isOneOf = <T extends string>(codes: readonly T[], code: string): code is T =>
  (codes as readonly string[]).includes(code);
