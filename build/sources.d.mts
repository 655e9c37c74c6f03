export const STAMP: string;
export function newestSource(): number;
export function isFresh(): boolean;
