/** Everything the app asked of the system, for asserts: [name, ...arguments]. */
export const calls: unknown[][] = [];
