/** The same, read only all the way down. Names of one kind stay what they are. */
export type Frozen<T> = T extends string ? T : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
